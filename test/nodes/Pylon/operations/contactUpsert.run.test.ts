import { addContacts, seedIds } from '../../../../sandbox/pylon';
import { withPylon } from '../../../support/pylon';
import { errorOf } from '../../shared/client/support/run';
import { upsertingContacts } from './support/contactUpserts';

const pylon = withPylon({ checkReplies: true });

const { globex } = seedIds.accounts;

const upsert = upsertingContacts(() => pylon.credentials);

const linked = (items: Array<{ pairedItem?: unknown }>) =>
	items.map(({ pairedItem }) => pairedItem);
const counted = (...names: string[]) => names.map((name) => pylon.sim.countOf(name));

test.each([1, 5, 20])(
	'items with the same new email make one contact, the last word counts (%d at once)',
	async (concurrency) => {
		const before = pylon.sim.state.contacts.size;
		const inputs = ['A', 'B', 'C', 'D'].map((name, index) => ({
			email: index % 2 ? 'ZOE@acme.example' : 'zoe@acme.example',
			name,
		}));
		const { items, error } = await upsert(inputs, { requestOptions: { maxTries: 1, concurrency } });
		expect(error).toBeUndefined();
		expect(pylon.sim.state.contacts.size).toBe(before + 1);
		expect(items.map(({ json }) => [json.name, json.created])).toEqual([
			['A', true],
			['B', false],
			['C', false],
			['D', false],
		]);
		expect(linked(items)).toEqual(inputs.map((_, item) => ({ item })));
		expect(counted('searchContacts', 'createContact', 'updateContact')).toEqual([1, 1, 3]);
		expect(pylon.sim.state.contacts.find('email', 'zoe@acme.example')?.name).toBe('D');
	},
);

test('items that share an identifier each with the next one make one contact', async () => {
	const before = pylon.sim.state.contacts.size;
	const { items } = await upsert([
		{ email: 'zoe@acme.example', externalId: 'crm-1', name: 'Zoe' },
		{ externalId: 'crm-1', email: 'zoe@home.example' },
		{ email: 'zoe@home.example', name: 'Z.' },
	]);
	expect(items.map(({ json }) => json.created)).toEqual([true, false, false]);
	expect(pylon.sim.state.contacts.size).toBe(before + 1);
	expect(items[2].json).toMatchObject({
		name: 'Z.',
		emails: ['zoe@acme.example', 'zoe@home.example'],
		external_ids: ['crm-1'],
	});
	expect(pylon.sim.countOf('createContact')).toBe(1);
});

test('100 contacts of one account, named by its domain: no look-up twice', async () => {
	const ids = addContacts(pylon.sim.state, 100);
	const inputs = ids.map((id) => ({ email: pylon.sim.state.contacts.get(id)?.email, name: 'X' }));
	const { items, error } = await upsert([...inputs, ...inputs.slice(0, 10)], {
		accountId: { __rl: true, mode: 'domain', value: 'globex.example' },
	});
	expect(error).toBeUndefined();
	// All contacts are looked up at once, the account once; each is written once, and then is as the last ten want it.
	expect(counted('searchAccounts', 'searchContacts', 'updateContact')).toEqual([1, 1, 100]);
	expect(items.every(({ json }) => json.account_id === globex && json.created === false)).toBe(
		true,
	);
	expect(linked(items)).toEqual(items.map((_, item) => ({ item })));
});

test('an item that fails leaves the others of the same contact alone', async () => {
	pylon.sim.faults.add({ kind: 'status', status: 403, operationId: 'createContact', nth: [1] });
	const { items } = await upsert(
		[
			{ email: 'zoe@acme.example', name: 'A' },
			{ email: 'zoe@acme.example', name: 'B' },
		],
		{},
		{ continueOnFail: true },
	);
	expect(errorOf(items[0])).toMatchObject({ status: 403 });
	expect(items[1]).toMatchObject({ json: { name: 'B', created: true }, pairedItem: { item: 1 } });
});

test('a contact that may have been created is not created again by the next item', async () => {
	const before = pylon.sim.state.contacts.size;
	pylon.sim.faults.add({ kind: 'reset', processed: true, operationId: 'createContact', nth: [1] });
	const { items } = await upsert(
		[
			{ email: 'zoe@acme.example', name: 'A' },
			{ email: 'zoe@acme.example', name: 'B' },
			{ email: 'yan@acme.example', name: 'C' },
		],
		{ requestOptions: { maxTries: 3, concurrency: 1 } },
		{ continueOnFail: true },
	);
	expect(items.map((item) => errorOf(item)?.maybeProcessed)).toEqual([true, true, undefined]);
	expect(linked(items)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	expect(pylon.sim.countOf('createContact')).toBe(2);
	expect(pylon.sim.state.contacts.size).toBe(before + 2);
});

test('the next run looks again', async () => {
	await upsert([{ email: 'carla@globex.example', name: 'A' }]);
	await upsert([{ email: 'carla@globex.example', name: 'B' }]);
	expect(counted('searchContacts', 'updateContact')).toEqual([2, 2]);
});
