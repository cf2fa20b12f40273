import type { INodeParameters } from 'n8n-workflow';

import { FILTERABLE } from '../../../../nodes/Pylon/parameters/filter/filterable';
import {
	builtInFieldValue,
	customFieldValue,
} from '../../../../nodes/Pylon/parameters/filter/searchConditions.operators';
import { withPylon } from '../../../support/pylon';
import { search, withConditions } from './support/search';
import { searches } from './support/searches';

const pylon = withPylon({ checkReplies: true });
const issueField = (name: string) => builtInFieldValue(FILTERABLE.issues, name);

test.each(Object.entries(searches))(
	'%s: two conditions arrive and are met',
	async (kind, { resource, conditions, sent, found, more }) => {
		const filterable = FILTERABLE[kind as keyof typeof FILTERABLE];
		const condition = conditions.map(({ field, custom, ...rest }): INodeParameters => {
			if (field === 'bySlug') return { field, ...rest };
			return {
				field: custom ? customFieldValue(field, custom) : builtInFieldValue(filterable, field),
				...rest,
			};
		});
		const [key, values] = found;
		const all = await search(pylon, { returnAll: true, ...more }, { resource });
		expect(all.filters).toEqual([undefined]);
		pylon.sim.resetLog();

		const { items, filters, message } = await search(
			pylon,
			{ returnAll: true, ...more, ...withConditions(...condition) },
			{ resource },
		);
		expect(message).toBeUndefined();
		expect(filters).toEqual([{ operator: 'and', subfilters: sent }]);
		expect(items.map(({ json }) => json[key])).toEqual(values);
		expect(all.items.length).toBeGreaterThan(items.length);
	},
);

const billing = { field: issueField('tags'), operator: 'contains', value: 'billing' };
const unassigned = { field: issueField('assignee_id'), operator: 'is_unset' };
const isBilling = { field: 'tags', operator: 'contains', value: 'billing' };
const isUnassigned = { field: 'assignee_id', operator: 'is_unset' };
const numbers = ({ items }: Awaited<ReturnType<typeof search>>) =>
	items.map(({ json }) => json.number);

test.each(['all', 'any'])('one condition needs no group, whether it matches %s', async (match) => {
	const { filters } = await search(pylon, { match, ...withConditions(unassigned) });
	expect(filters).toEqual([isUnassigned]);
});

test('any of the conditions', async () => {
	const found = await search(pylon, { match: 'any', ...withConditions(billing, unassigned) });
	expect(found.filters).toEqual([{ operator: 'or', subfilters: [isBilling, isUnassigned] }]);
	expect(numbers(found)).toEqual([102, 101, 95]);
});

test('a group within the conditions has its own match', async () => {
	const isNew = { field: issueField('state'), operator: 'equals', value: 'open' };
	const found = await search(pylon, {
		conditions: {
			condition: [isNew],
			group: [
				{
					match: 'any',
					conditions: {
						condition: [
							unassigned,
							{ field: issueField('title'), operator: 'string_contains', value: 'brand' },
						],
					},
				},
			],
		},
	});
	expect(found.filters).toEqual([
		{
			operator: 'and',
			subfilters: [
				{ field: 'state', operator: 'equals', value: 'open' },
				{
					operator: 'or',
					subfilters: [
						isUnassigned,
						{ field: 'title', operator: 'string_contains', value: 'brand' },
					],
				},
			],
		},
	]);
	expect(numbers(found)).toEqual([101, 99]);
});

test('two groups, each of one condition', async () => {
	const group = [
		{ conditions: { condition: [billing] } },
		{ conditions: { condition: [unassigned] } },
	];
	const { filters } = await search(pylon, { match: 'any', conditions: { group } });
	expect(filters).toEqual([{ operator: 'or', subfilters: [isBilling, isUnassigned] }]);
});

test('conditions and free text go together', async () => {
	const found = await search(pylon, {
		searchText: 'invoice',
		...withConditions({ field: issueField('state'), operator: 'equals', value: 'waiting_on_you' }),
	});
	expect(numbers(found)).toEqual([102]);
	expect(pylon.sim.requests[0].body).toMatchObject({
		search_text: 'invoice',
		filter: { field: 'state' },
	});
});

test("the API's own name of a field works as well, by expression and as it is", async () => {
	const items = [
		{ name: 'state', how: 'equals', value: 'escalated' },
		{ name: 'product_area', how: 'in', value: ['api'] },
	];
	const byExpression = {
		field: '={{ $json.name }}',
		operator: '={{ $json.how }}',
		value: '={{ $json.value }}',
	};
	const found = await search(pylon, withConditions(byExpression), { items });
	expect(found.filters).toEqual(
		expect.arrayContaining([
			{ field: 'state', operator: 'equals', value: 'escalated' },
			{ field: 'product_area', operator: 'in', values: ['api'] },
		]),
	);
	expect(found.items.map(({ json, pairedItem }) => [json.number, pairedItem])).toEqual([
		[98, { item: 0 }],
		[98, { item: 1 }],
		[92, { item: 1 }],
	]);
	pylon.sim.resetLog();
	const { filters } = await search(
		pylon,
		withConditions({ field: 'account_id', operator: 'is_set' }),
	);
	expect(filters).toEqual([{ field: 'account_id', operator: 'is_set' }]);
});

test('a field whose operators have another code by now keeps its operator', async () => {
	const { filters } = await search(
		pylon,
		withConditions({ field: 'match-former:account_id', operator: 'is_unset' }),
	);
	expect(filters).toEqual([{ field: 'account_id', operator: 'is_unset' }]);
});

test('numbers and booleans become text', async () => {
	const seats = {
		field: customFieldValue('affected_seats', 'number'),
		operator: 'greater_than',
		value: '={{ 4 }}',
	};
	const regression = {
		field: customFieldValue('is_regression', 'boolean'),
		operator: 'equals',
		value: '={{ true }}',
	};
	const { filters } = await search(pylon, withConditions(seats, regression));
	expect(filters).toMatchObject([
		{
			subfilters: [
				{ operator: 'greater_than', value: '4' },
				{ operator: 'equals', value: 'true' },
			],
		},
	]);
});

test('custom fields are looked up once for all items of a run, built-in ones never', async () => {
	const custom = {
		field: customFieldValue('product_area', 'select'),
		operator: 'equals',
		value: '={{ $json.area }}',
	};
	const { items } = await search(pylon, withConditions(custom), {
		items: [{ area: 'api' }, { area: 'billing' }, { area: 'login' }],
	});
	expect(items.length).toBeGreaterThan(3);
	expect(pylon.sim.requests.filter(({ path }) => path === '/custom-fields')).toHaveLength(1);
	pylon.sim.resetLog();
	await search(pylon, withConditions(billing));
	expect(pylon.sim.requests.map(({ path }) => path)).toEqual(['/issues/search']);
});
