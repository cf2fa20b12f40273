import { seedIds } from '../../../sandbox/pylon';
import { expectRefusal, withPylon, type Json } from './support';

const bench = withPylon();
const search = (resource: string, filter?: unknown, more: object = {}) =>
	bench().call('POST', `/${resource}/search`, { filter, ...more });

async function names(resource: string, filter?: unknown, more?: object): Promise<string[]> {
	const { body } = await search(resource, filter, { limit: 999, ...more });
	return ((body.data ?? []) as unknown as Json[]).map((record) => record.name ?? record.number);
}

const leaf = (field: string, operator: string, operand?: string | string[]) => ({
	field,
	operator,
	...(typeof operand === 'string' ? { value: operand } : { values: operand }),
});
const branch = (operator: string, ...subfilters: unknown[]) => ({ operator, subfilters });

test('issues: a range of updated_at of more than 30 days is refused, at any depth', async () => {
	const range = (field: string, days: number) =>
		leaf(field, 'time_range', [
			'2026-01-01T00:00:00Z',
			new Date(Date.parse('2026-01-01T00:00:00Z') + days * 86_400_000).toISOString(),
		]);
	expect((await search('issues', range('updated_at', 30))).status).toBe(200);
	expect((await search('issues', range('created_at', 31))).status).toBe(200);
	const text = 'filter.updated_at: the range must not be longer than 30 days';
	expectRefusal(await search('issues', range('updated_at', 31)), 400, text);
	const deep = branch('and', leaf('state', 'equals', 'open'), range('updated_at', 31));
	expectRefusal(await search('issues', branch('or', deep)), 400, text);
});

test('an empty search, also one without a body, finds everything', async () => {
	expect((await bench().call('POST', '/contacts/search')).body.data).toHaveLength(20);
	expect((await search('contacts')).body.data).toHaveLength(20);
});

test.each([
	[leaf('id', 'equals', seedIds.contacts.ada), ['Ada Example']],
	[
		leaf('email', 'in', ['ada@shared-inbox.example', 'carla@globex.example']),
		['Carla Diaz', 'Ada Example'],
	],
	[leaf('email', 'string_contains', 'SHARED-inbox'), ['Ben Example', 'Ada Example']],
	[leaf('name', 'not_in', ['Ada Example']), 19],
	[
		leaf('account_id', 'equals', seedIds.accounts.globex),
		['Farid Haddad', 'Elena Fischer', 'Carla Diaz'],
	],
	[leaf('department', 'equals', 'it'), 6],
	[leaf('department', 'is_unset'), 14],
	[{ field: 'department', operator: 'is_set' }, 6],
	[
		branch(
			'and',
			leaf('department', 'equals', 'it'),
			leaf('account_id', 'equals', seedIds.accounts.globex),
		),
		['Farid Haddad', 'Carla Diaz'],
	],
	[
		branch(
			'or',
			leaf('name', 'equals', 'Ada Example'),
			branch('and', leaf('name', 'equals', 'Ben Example')),
		),
		['Ben Example', 'Ada Example'],
	],
])('contacts by %j', async (filter, expected) => {
	const found = await names('contacts', filter);
	expect(typeof expected === 'number' ? found.length : found).toEqual(expected);
});

test.each([
	[leaf('tags', 'contains', 'vip'), ['Cedar Clinics', 'Globex']],
	[leaf('tags', 'does_not_contain', 'vip'), 6],
	[leaf('tags', 'in', ['partner', 'trial']), 4],
	[leaf('domains', 'contains', 'globex.example'), ['Globex']],
	[leaf('external_ids', 'equals', 'crm-initech'), ['Initech']],
	[leaf('external_ids', 'is_unset'), 6],
	[leaf('owner_id', 'equals', seedIds.users.omar), 3],
	[leaf('account.hubspot.tier', 'equals', 'gold'), ['Bluebird Bakery', 'Harbor Hotels']],
	[leaf('seats', 'greater_than_or_equals', '70'), ['Harbor Hotels', 'Ember Energy']],
	[leaf('seats', 'less_than', '20'), ['Globex']],
	[leaf('plan', 'not_equals', 'free'), 6],
])('accounts by %j', async (filter, expected) => {
	const found = await names('accounts', filter);
	expect(typeof expected === 'number' ? found.length : [...found].sort()).toEqual(
		typeof expected === 'number' ? expected : [...expected].sort(),
	);
});

test('issues by time, state, type and title; the highest number first', async () => {
	expect(await names('issues')).toEqual([103, 102, 101, 100, 99, 98, 97, 96, 95, 94, 93, 92]);
	const monthAgo = new Date(Date.now() - 30 * 86_400_000).toISOString();
	const now = new Date().toISOString();
	expect(await names('issues', leaf('created_at', 'time_is_before', monthAgo))).toEqual([93, 92]);
	expect(await names('issues', leaf('created_at', 'time_is_after', monthAgo))).toHaveLength(10);
	expect(await names('issues', leaf('created_at', 'time_range', [monthAgo, now]))).toHaveLength(10);
	expect(await names('issues', leaf('resolved_at', 'time_is_before', now))).toEqual([
		99, 97, 94, 92,
	]);
	expect(await names('issues', leaf('state', 'in', ['closed', 'escalated']))).toEqual([98, 94, 92]);
	expect(await names('issues', leaf('issue_type', 'equals', 'ticket'))).toEqual([100, 96, 92]);
	expect(await names('issues', leaf('title', 'string_contains', 'invoice'))).toEqual([102, 95]);
	expect(await names('issues', leaf('assignee_id', 'is_unset'))).toEqual([101]);
	expect(await names('issues', leaf('customer_portal_visible', 'equals', 'true'))).toEqual([99]);
	expect(await names('issues', leaf('slack_channel_id', 'equals', 'C0123456789'))).toEqual([99]);
	expect(await names('issues', leaf('ticket_form_id', 'is_unset'))).toHaveLength(12);
	expect(await names('issues', leaf('reopened', 'equals', 'false'))).toHaveLength(12);
	expect(await names('issues', leaf('follower_user_id', 'in', ['x']))).toEqual([]);
});

test('search_text looks for a part of the text, together with the filter', async () => {
	expect(await names('contacts', undefined, { search_text: 'SHARED' })).toEqual([
		'Ben Example',
		'Ada Example',
	]);
	expect(
		await names('contacts', leaf('name', 'equals', 'Ada Example'), { search_text: 'shared' }),
	).toEqual(['Ada Example']);
	expect(await names('accounts', undefined, { search_text: 'globex.ex' })).toEqual(['Globex']);
	expect(await names('issues', undefined, { search_text: 'webhook' })).toEqual([92]);
	expectRefusal(
		await bench().call('POST', '/users/search', { search_text: 'x' }),
		400,
		'search_text is not a known field',
	);
});

test.each([
	[leaf('shoe_size', 'equals', '42'), 'filter.field: "shoe_size" cannot be searched by'],
	[leaf('constructor', 'equals', '42'), 'filter.field: "constructor" cannot be searched by'],
	[
		leaf('email', 'contains', 'x'),
		'filter.operator: "email" does not take "contains", only equals, in, not_in, string_contains',
	],
	[
		leaf('department', 'greater_than', 'x'),
		'filter.operator: "department" does not take "greater_than"',
	],
	[leaf('crm_stage', 'equals', 'x'), 'filter.field: "crm_stage" cannot be searched by'],
	[{ operator: 'equals', value: 'x' }, 'filter.field: equals needs a field'],
	[{ field: 'email', operator: 'equals' }, 'filter.email: equals needs a value'],
	[leaf('email', 'equals', ['x']), 'filter.email: equals needs a value'],
	[leaf('email', 'in', 'x'), 'filter.email: in needs values'],
	[leaf('email', 'in', []), 'filter.email: in needs values'],
	[{ field: 'email' }, 'filter.operator is required'],
	[leaf('email', 'like', 'x'), 'filter.operator: must be equal to one of the allowed values'],
	[{ email: { eq: 'x' } }, 'filter.email is not a known field'],
	[branch('and'), 'filter: and needs subfilters'],
	[{ operator: 'or' }, 'filter: or needs subfilters'],
	[{ ...leaf('email', 'equals', 'x'), subfilters: [] }, 'filter: equals takes no subfilters'],
	[
		branch('and', branch('or', branch('and', leaf('email', 'equals', 'x')))),
		'filter: nested deeper than 3 levels',
	],
	[
		leaf('met_on', 'time_is_after', 'yesterday'),
		'filter.met_on: time_is_after needs RFC3339 times',
	],
	[
		leaf('met_on', 'time_range', ['2026-01-01T00:00:00Z']),
		'filter.met_on: time_range needs a start and an end',
	],
])('%j is refused', async (filter, text) => {
	expectRefusal(await search('contacts', filter), 400, text);
});
