import type { INodeParameters } from 'n8n-workflow';
import { storeCustomField } from '../../../../sandbox/pylon/seed/customFields';
import { withPylon } from '../../../support/pylon';
import { search, withConditions } from './support/search';

/** What a condition as JSON means, or by which words it is refused. */
const pylon = withPylon({ checkReplies: true });

const json = (filterJson: object): INodeParameters => ({
	filterMode: 'json',
	filterJson: JSON.stringify(filterJson),
});

describe('two operands: none falls away', () => {
	test.each<[object, string]>([
		[{ field: 'state', operator: 'equals', value: 'new', values: ['closed'] }, 'values'],
		[{ field: 'state', operator: 'in', value: 'new', values: ['closed'] }, 'value'],
		[
			{
				field: 'created_at',
				operator: 'time_range',
				value: '2026-11-01',
				values: ['2026-11-01', '2026-11-02'],
			},
			'value',
		],
		[
			{
				operator: 'or',
				field: 'state',
				subfilters: [{ field: 'tags', operator: 'contains', value: 'vip' }],
			},
			'field',
		],
	])('%j', async (filter, key) => {
		const { message } = await search(pylon, json(filter));
		expect(message).toBe(`'Filter (JSON)' has '${key}' in the wrong place`);
		expect(pylon.sim.requests).toEqual([]);
	});

	test.each([
		{ field: 'state', operator: 'equals', value: 'new', values: [] },
		{ field: 'state', operator: 'equals', value: 'new', values: null },
		{ field: ' state ', operator: 'equals', value: 'new' },
	])('but an empty one says nothing: %j', async (filter) => {
		const { filters } = await search(pylon, json(filter));
		expect(filters).toEqual([{ field: 'state', operator: 'equals', value: 'new' }]);
	});
});

test.each(['new, closed', '["new","closed"]', "['new', 'closed']", 'new;closed'])(
	'a list may be written as text: %s',
	async (values) => {
		const { filters } = await search(pylon, json({ field: 'state', operator: 'in', values }));
		expect(filters).toEqual([{ field: 'state', operator: 'in', values: ['new', 'closed'] }]);
	},
);

test.each([
	{ field: 'product_area', operator: 'string_contains', value: 'bill' },
	{ field: 'affected_seats', operator: 'string_does_not_contain', value: '1x' },
	{ field: 'promised_on', operator: 'string_contains', value: '2026-' },
])('a part of a text is no value of its field, and Pylon decides about it: %j', async (filter) => {
	const { filters } = await search(pylon, json(filter));
	expect(filters).toEqual([filter]);
});

test('a range without any time in it is refused', async () => {
	const range = (...values: string[]) =>
		json({ field: 'created_at', operator: 'time_range', values });
	const { message, description } = await search(pylon, range('2026-11-02', '2026-11-01'));
	expect(message).toBe("'Filter (JSON)' has a 'time_range' whose start is after its end");
	expect(description).toContain('Swap the two');
	expect((await search(pylon, range('2026-11-01', '2026-11-01'))).message).toBeUndefined();
});

describe('emails and domains, in all spellings in which Pylon may have them', () => {
	const email = 'Carla <Carla@Globex.example>';
	const emails = ['Carla@Globex.example', 'carla@globex.example'];
	const domains = ['globex.example', 'www.globex.example'];

	test.each<[string, object, object]>([
		[
			'contact',
			{ field: 'email', operator: 'equals', value: email },
			{ operator: 'in', values: emails },
		],
		[
			'contact',
			{ field: 'email', operator: 'equals', value: 'mailto:carla@globex.example' },
			{ operator: 'equals', value: 'carla@globex.example' },
		],
		[
			'contact',
			{ field: 'email', operator: 'in', values: [email] },
			{ operator: 'in', values: emails },
		],
		[
			'user',
			{ field: 'email', operator: 'not_in', values: [email] },
			{ operator: 'not_in', values: emails },
		],
		[
			'contact',
			{ field: 'email', operator: 'string_contains', value: '@Globex' },
			{ operator: 'string_contains', value: '@Globex' },
		],
		[
			'account',
			{ field: 'domains', operator: 'contains', value: 'WWW.Globex.example' },
			{ operator: 'in', values: domains },
		],
		[
			'account',
			{ field: 'domains', operator: 'does_not_contain', value: 'Globex.example' },
			{ operator: 'not_in', values: domains },
		],
		[
			'account',
			{ field: 'domains', operator: 'in', values: 'globex.example' },
			{ operator: 'in', values: domains },
		],
	])('%s: %j', async (resource, filter, sent) => {
		const { filters, message } = await search(pylon, json(filter), { resource });
		expect(message).toBeUndefined();
		expect(filters).toEqual([{ field: (filter as { field: string }).field, ...sent }]);
	});

	test.each<[string, object, string]>([
		['contact', { field: 'email', operator: 'equals', value: 'carla' }, 'is not an email address'],
		[
			'account',
			{ field: 'domains', operator: 'in', values: ['https://globex.example'] },
			'is not a domain',
		],
	])('%s: %j is refused', async (resource, filter, words) => {
		const { message } = await search(pylon, json(filter), { resource });
		expect(message).toBe(`'Filter (JSON)' ${words}`);
		expect(pylon.sim.requests).toEqual([]);
	});

	test('they are found', async () => {
		const contacts = await search(
			pylon,
			json({ field: 'email', operator: 'equals', value: email }),
			{
				resource: 'contact',
			},
		);
		expect(contacts.items.map(({ json: { email: found } }) => found)).toEqual([
			'carla@globex.example',
		]);
		const accounts = await search(
			pylon,
			json({ field: 'domains', operator: 'contains', value: 'WWW.Globex.example' }),
			{ resource: 'account' },
		);
		expect(accounts.items.map(({ json: { name } }) => name)).toEqual(['Globex']);
	});

	test('a custom field of such a name holds any text', async () => {
		storeCustomField(pylon.sim.state, 'issue', ['email', 'Email', 'text'], '2026-01-01T00:00:00Z');
		const filter = { field: 'email', operator: 'equals', value: 'Carla' };
		expect((await search(pylon, json(filter))).filters).toEqual([filter]);
	});
});

describe('dates in custom fields, whatever they are compared by', () => {
	const zone = { timezone: 'America/New_York' };
	beforeEach(() => {
		for (const type of ['date', 'datetime'])
			storeCustomField(pylon.sim.state, 'issue', [`a_${type}`, type, type], '2026-01-01T00:00:00Z');
	});

	test.each<[object, object]>([
		[{ field: 'a_date', operator: 'not_equals', value: 46353 }, { value: '2026-11-27' }],
		[
			{ field: 'a_date', operator: 'in', values: ['2026-11-27T23:00:00-05:00', 46353] },
			{ values: ['2026-11-27'] },
		],
		[
			{ field: 'a_datetime', operator: 'equals', value: '2026-11-27 09:00' },
			{ value: '2026-11-27T14:00:00Z' },
		],
	])('%j', async (filter, sent) => {
		const { filters, message } = await search(pylon, json(filter), zone);
		// Not every workspace takes these operators; what is sent is a date in any case.
		expect(message ?? '').not.toContain('is not a date');
		expect(filters).toMatchObject([sent]);
	});

	test.each(['a_date', 'a_datetime'])('%s: another text is refused', async (field) => {
		const filter = { field, operator: 'not_equals', value: '11/27/2026' };
		const { message, filters } = await search(pylon, json(filter), zone);
		expect(message).toContain('is not a date and time');
		expect(filters).toEqual([]);
	});

	test.each([
		'={{ $today.set({ year: 2026, month: 11, day: 27 }) }}',
		'={{ new Date("2026-11-27T12:00:00Z") }}',
	])('a date as an object: %s', async (value) => {
		const condition = { field: 'date-equals-x:a_date', operator: 'equals', value };
		const { filters, message } = await search(pylon, withConditions(condition), zone);
		expect(message).toBeUndefined();
		expect(filters).toEqual([{ field: 'a_date', operator: 'equals', value: '2026-11-27' }]);
	});
});
