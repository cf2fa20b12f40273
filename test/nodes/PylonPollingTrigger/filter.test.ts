import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { both } from '../../../nodes/PylonPollingTrigger/filter';

const leaf = fc
	.constantFrom('a', 'b', 'c', 'd')
	.map((field): IDataObject => ({ field, operator: 'is_set' }));
const group = (parts: fc.Arbitrary<IDataObject>): fc.Arbitrary<IDataObject> =>
	fc.record({
		operator: fc.constantFrom('and', 'or'),
		subfilters: fc.array(parts, { minLength: 1, maxLength: 3 }),
	});
const twoLevels = fc.oneof(leaf, group(leaf));
const filter = fc.oneof(twoLevels, group(twoLevels));

const partsOf = ({ subfilters }: IDataObject) => (subfilters as IDataObject[] | undefined) ?? [];
const depthOf = (node: IDataObject): number => 1 + Math.max(0, ...partsOf(node).map(depthOf));

function isMet(node: IDataObject, fields: Set<string>): boolean {
	if (node.operator === 'and') return partsOf(node).every((part) => isMet(part, fields));
	if (node.operator === 'or') return partsOf(node).some((part) => isMet(part, fields));
	return fields.has(String(node.field));
}

const time = (field: string): IDataObject => ({ field, operator: 'is_set' });

test('a filter with a condition of the trigger means both, and stays three levels deep', () => {
	const times = fc.constantFrom<IDataObject[]>([time('t')], [time('t'), time('u')]);
	const records = fc.subarray(['a', 'b', 'c', 'd', 't', 'u']);
	fc.assert(
		fc.property(filter, times, records, (given, anyOf, fields) => {
			const combined = both(anyOf, given);
			const record = new Set(fields);
			expect(depthOf(combined)).toBeLessThanOrEqual(3);
			expect(isMet(combined, record)).toBe(
				anyOf.some((one) => isMet(one, record)) && isMet(given, record),
			);
		}),
		{ numRuns: 2000 },
	);
});

test('without a filter, the condition stands alone', () => {
	expect(both([time('t')], undefined)).toEqual(time('t'));
	expect(both([time('t'), time('u')], undefined)).toEqual({
		operator: 'or',
		subfilters: [time('t'), time('u')],
	});
});
