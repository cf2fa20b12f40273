import { growthFault, growthFaults } from './growth';

/** What the readers have taken of a processor, in microseconds. */
let taken = 0;

beforeEach(() => {
	taken = 0;
	jest.spyOn(process, 'cpuUsage').mockImplementation((before) => ({
		user: taken - (before?.user ?? 0),
		system: 0,
	}));
});

const shape = { name: 'letters', make: (length: number) => 'x'.repeat(length) };

/** A reader that takes so many microseconds for a text. */
const taking = (microseconds: (length: number) => number) => (text: string) => {
	taken += microseconds(text.length);
};

test('time that grows with the text is no fault, also where it is much', () => {
	expect(
		growthFault(
			taking((length) => length),
			shape,
		),
	).toBeUndefined();
	expect(
		growthFault(
			taking((length) => 100 * length),
			shape,
		),
	).toBeUndefined();
});

test('time that grows with the square of the text is a fault, found at the smallest step', () => {
	expect(
		growthFault(
			taking((length) => length ** 2 / 100),
			shape,
		),
	).toBe('letters: 1000 ms for 10000 characters, 10 ms for a tenth of it');
	expect(
		growthFault(
			taking((length) => length ** 2 / 1e5),
			shape,
		),
	).toMatch(/for 1000000 characters/);
	expect(
		growthFault(
			taking((length) => length ** 2 / 1e5),
			shape,
			100_000,
		),
	).toBeUndefined();
});

test('a step that was slow once is measured again', () => {
	let isFirst = true;
	const once = taking((length) => {
		const isSlow = isFirst && length === 100_000;
		if (isSlow) isFirst = false;
		return isSlow ? 600_000 : length;
	});
	expect(growthFault(once, shape)).toBeUndefined();
	expect(isFirst).toBe(false);
});

test('each shape has its own fault', () => {
	const readers = taking((length) => length);
	const square = (text: string) => {
		if (text.startsWith('y')) taken += text.length ** 2 / 100;
		else readers(text);
	};
	const other = { name: 'others', make: (length: number) => 'y'.repeat(length) };
	expect(growthFaults(square, [shape, other])).toEqual([expect.stringMatching(/^others: /)]);
});
