import { issue } from '../../../../nodes/Pylon/operations/issue';
import { issueParts } from './support/issueParts';

test('every operation of an issue is named once in support/issueParts.ts: which file tests it', () => {
	expect(Object.values(issueParts).flat().sort()).toEqual(
		issue.operations.map(({ value }) => value).sort(),
	);
});
