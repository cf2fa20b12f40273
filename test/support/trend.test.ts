import { trend } from './trend';

test.each([
	['steady growth', [1, 3, 5, 7, 9], 2],
	['nothing', [4, 4, 4, 4], 0],
	['one that is out of line', [1, 2, 30, 4, 5, 6, 7], 1],
	['two values', [5, 2], -3],
])('%s', (_, values, perStep) => {
	expect(trend(values)).toBeCloseTo(perStep, 1);
});
