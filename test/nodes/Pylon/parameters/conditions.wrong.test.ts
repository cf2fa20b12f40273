import type { INodeParameters } from 'n8n-workflow';
import { customFieldValue } from '../../../../nodes/Pylon/parameters/filter/searchConditions.operators';
import { withPylon } from '../../../support/pylon';
import { search, withConditions } from './support/search';
import { fine, wrong, inGroup, shapes } from './support/wrongConditions';

const pylon = withPylon({ checkReplies: true });

test.each(wrong)('%s', async (_, condition, sentence, how) => {
	const { message, description } = await search(pylon, withConditions(fine, condition));
	expect(message).toBe(sentence);
	expect(description).toMatch(how);
	expect(pylon.sim.requests).toEqual([]);
});

test.each(shapes)('%s', async (_, parameters, sentence) => {
	const { message, description } = await search(pylon, parameters);
	expect(message).toBe(sentence);
	expect(description).toMatch(/\w/);
	expect(pylon.sim.requests).toEqual([]);
});

test.each<[string, INodeParameters, string]>([
	['field', { field: '\u200b', operator: 'is_set' }, "'Condition 2' has no field"],
	['operator', { field: fine.field, operator: '\u200b' }, "'Condition 2' has no operator"],
])('a %s that cannot be seen', async (_, condition, sentence) => {
	const { message } = await search(pylon, withConditions(fine, condition));
	expect(message).toBe(sentence);
	expect(pylon.sim.requests).toEqual([]);
});

test('a field that the search does not know, without custom fields', async () => {
	const { message, description } = await search(
		pylon,
		withConditions({ field: 'name', operator: 'is_set' }),
		{ resource: 'user' },
	);
	expect(message).toBe("'Condition 1' has the unknown field 'name'");
	expect(description).toBe('Fields of this search: email.');
	expect(pylon.sim.requests).toEqual([]);
});

test('a custom field that the workspace does not have', async () => {
	const gone = { field: customFieldValue('gone', 'text'), operator: 'is_set' };
	const { message, filters } = await search(pylon, inGroup(fine, gone));
	expect(message).toBe("'Condition 2 of group 2' has the unknown field 'gone'");
	expect(filters).toEqual([]);
});

test.each<[string, INodeParameters]>([
	['nothing said', {}],
	['nothing left', { conditions: { condition: [] } }],
	['nothing left of groups', { conditions: { condition: [], group: [] } }],
])('%s: every record', async (_, parameters) => {
	const { items, filters, message } = await search(pylon, { returnAll: true, ...parameters });
	expect(message).toBeUndefined();
	expect(filters).toEqual([undefined]);
	expect(items).toHaveLength(pylon.sim.state.issues.size);
});

test('conditions win over a filter in JSON that is left from before', async () => {
	const { filters } = await search(pylon, {
		filterJson: '{"field":"state","operator":"equals","value":"closed"}',
		...withConditions(fine),
	});
	expect(filters).toEqual([{ field: 'state', operator: 'equals', value: 'new' }]);
});
