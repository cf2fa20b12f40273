import { FILTERABLE } from '../../../../nodes/Pylon/parameters/filter/filterable';
import { BY_SLUG } from '../../../../nodes/Pylon/parameters/filter/searchConditions';
import { builtInFieldValue } from '../../../../nodes/Pylon/parameters/filter/searchConditions.operators';
import { seedIds } from '../../../../sandbox/pylon';
import { storeContact } from '../../../../sandbox/pylon/seed/blank';
import { withPylon } from '../../../support/pylon';
import { search, withConditions } from './support/search';

const pylon = withPylon({ checkReplies: true });
const { accounts, contacts, users } = seedIds;
const issueField = (name: string) => builtInFieldValue(FILTERABLE.issues, name);
const NORA = 'nora@northwind.example';
const OMAR = 'omar@northwind.example';
const CARLA = 'carla@globex.example';

const asked = () => pylon.sim.requests.map(({ path }) => path);
const lastFilter = () =>
	(pylon.sim.requests[pylon.sim.requests.length - 1].body as { filter: unknown }).filter;

test.each([
	['assignee_id', OMAR, users.omar],
	['assignee_id', 'OMAR@northwind.example', users.omar],
	['follower_user_id', OMAR, users.omar],
	['requester_id', CARLA, contacts.carla],
	['account_id', 'Globex.example', accounts.globex],
])('%s equals %s: as by ID', async (field, value, id) => {
	const condition = (given: string) =>
		withConditions({ field: issueField(field), operator: 'equals', value: given });
	const byName = await search(pylon, { returnAll: true, ...condition(value) });
	expect(byName.message).toBeUndefined();
	expect(asked()).toHaveLength(2);
	expect(lastFilter()).toEqual({ field, operator: 'equals', value: id });
	const byId = await search(pylon, { returnAll: true, ...condition(id) });
	expect(byId.items.length).toBeGreaterThan(0);
	expect(byName.items.map(({ json }) => json.id)).toEqual(byId.items.map(({ json }) => json.id));
});

test('one of several, with IDs among them, in a group and in other searches', async () => {
	const oneOf = {
		field: issueField('assignee_id'),
		operator: 'in',
		value: `${NORA}, ${users.priya}, ${OMAR}, ${users.nora}`,
	};
	await search(pylon, {
		conditions: { condition: [], group: [{ match: 'any', conditions: { condition: [oneOf] } }] },
	});
	expect(asked()).toEqual(['/users/search', '/issues/search']);
	expect(lastFilter()).toEqual({
		field: 'assignee_id',
		operator: 'in',
		values: [users.nora, users.priya, users.omar],
	});

	const owner = {
		field: builtInFieldValue(FILTERABLE.accounts, 'owner_id'),
		operator: 'not_in',
		value: NORA,
	};
	const { items } = await search(
		pylon,
		{ returnAll: true, ...withConditions(owner) },
		{ resource: 'account' },
	);
	expect(new Set(items.map(({ json }) => json.owner_id))).toEqual(new Set([users.omar, null]));
});

test('in a filter as JSON', async () => {
	const leaf = (value: string) => ({ field: 'requester_id', operator: 'equals', value });
	const either = {
		operator: 'or',
		subfilters: [leaf(CARLA), { field: 'assignee_id', operator: 'in', values: [NORA, NORA] }],
	};
	await search(pylon, { filterMode: 'json', filterJson: JSON.stringify(either) });
	expect(lastFilter()).toEqual({
		operator: 'or',
		subfilters: [
			leaf(contacts.carla),
			{ field: 'assignee_id', operator: 'in', values: [users.nora] },
		],
	});
});

test('an email in a field that holds one needs no look-up', async () => {
	const condition = {
		field: builtInFieldValue(FILTERABLE.contacts, 'email'),
		operator: 'equals',
		value: CARLA,
	};
	await search(pylon, withConditions(condition), { resource: 'contact' });
	expect(asked()).toEqual(['/contacts/search']);
	pylon.sim.resetLog();
	await search(
		pylon,
		withConditions({ field: BY_SLUG, slug: 'root_cause', operator: 'equals', value: OMAR }),
	);
	expect(asked()).toEqual(['/custom-fields', '/issues/search']);
});

test('the items of a run share the search', async () => {
	const condition = {
		field: issueField('assignee_id'),
		operator: 'equals',
		value: '={{ $json.email }}',
	};
	const { message } = await search(pylon, withConditions(condition), {
		items: [{ email: NORA }, { email: OMAR }, { email: NORA }],
	});
	expect(message).toBeUndefined();
	expect(asked().filter((path) => path === '/users/search')).toHaveLength(1);
	expect(asked()).toHaveLength(4);
});

test('nobody, and more than one: the condition never falls away', async () => {
	const first = { field: issueField('state'), operator: 'equals', value: 'new' };
	const nobody = {
		field: issueField('assignee_id'),
		operator: 'equals',
		value: 'nobody@x.example',
	};
	const none = await search(pylon, withConditions(first, nobody));
	expect(none.message).toBe("No user has the email 'nobody@x.example'");
	expect(none.description).toBe("Check 'Condition 2', or put the ID of the user there.");
	expect(asked()).toEqual(['/users/search']);

	pylon.sim.resetLog();
	storeContact(pylon.sim.state, { name: 'Carla Twin', email: CARLA });
	const two = await search(
		pylon,
		withConditions({ field: issueField('requester_id'), operator: 'equals', value: CARLA }),
	);
	expect(two.message).toBe(`2 contacts have the email '${CARLA}'`);
	expect(two.description).toContain("into 'Condition 1': ");
	expect(asked()).toEqual(['/contacts/search']);
});

test('what looks like no email is refused unsent', async () => {
	const { message } = await search(
		pylon,
		withConditions({ field: issueField('assignee_id'), operator: 'equals', value: '@nora' }),
	);
	expect(message).toBe("'Condition 1' has an entry that is neither an ID nor an email address");
	expect(pylon.sim.requests).toEqual([]);
});
