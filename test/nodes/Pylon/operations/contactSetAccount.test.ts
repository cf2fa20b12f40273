import type { IDataObject } from 'n8n-workflow';

import { addContacts, seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';
import { errorOf, runPylon, type RunOptions } from '../../shared/client/support/run';

const pylon = withPylon({ checkReplies: true });

const { globex, initech } = seedIds.accounts;
const { ada, carla } = seedIds.contacts;

const setAccount = async (inputs: IDataObject[], options: RunOptions = {}) =>
	await runPylon(
		pylon.credentials,
		{
			resource: 'contact',
			operation: 'setAccount',
			contactId: byId('={{ $json.id }}'),
			target: 'emailDomain',
			output: 'raw',
		},
		inputs,
		options,
	);

const operations = () => pylon.sim.requests.map(({ operationId }) => operationId);
const contactWith = (id: string, changes: IDataObject) => {
	const { contacts } = pylon.sim.state;
	contacts.set(id, { ...contacts.get(id)!, ...changes });
};

test("the account whose domain is that of the contact's email, whatever the letters", async () => {
	contactWith(ada, { email: 'Ada@GLOBEX.example', emails: ['Ada@GLOBEX.example'] });
	const { items, error } = await setAccount([{ id: ada }]);
	expect(error).toBeUndefined();
	expect(operations()).toEqual(['getContact', 'searchAccounts', 'updateContact']);
	expect(pylon.sim.requests[2].body).toEqual({ account_id: globex });
	expect(items).toMatchObject([
		{ json: { id: ada, account: { id: globex } }, pairedItem: { item: 0 } },
	]);
	expect(pylon.sim.state.contacts.get(ada)?.account_id).toBe(globex);
});

test('it is that account already: nothing is written, the contact comes out', async () => {
	const { items } = await setAccount([{ id: carla }]);
	expect(operations()).toEqual(['getContact', 'searchAccounts']);
	expect(items).toMatchObject([{ json: { id: carla, account: { id: globex } } }]);
});

test('100 contacts of one domain: the account is looked up once', async () => {
	const ids = addContacts(pylon.sim.state, 100);
	for (const [index, id] of ids.entries())
		contactWith(id, { email: `c${index}@initech.example`, emails: [`c${index}@initech.example`] });
	const { items } = await setAccount(ids.map((id) => ({ id })));
	expect(pylon.sim.countOf('searchAccounts')).toBe(1);
	expect(
		items.map(({ json, pairedItem }) => [(json.account as IDataObject).id, pairedItem]),
	).toEqual(ids.map((_, item) => [initech, { item }]));
});

test.each<[string, IDataObject, string, string]>([
	[
		'no address',
		{ email: null, emails: [] },
		'The contact Carla Diaz has no email address',
		"set 'Set To' to 'Account'",
	],
	[
		'a mail provider',
		{ email: 'carla@gmail.com' },
		"'gmail.com' is a mail provider",
		'The contact is Carla Diaz (carla@gmail.com)',
	],
	[
		'a mail provider of a country',
		{ email: 'carla@Yahoo.co.uk' },
		"'yahoo.co.uk' is a mail provider",
		'so nothing was changed',
	],
	[
		'a domain of no account',
		{ email: 'carla@nowhere.example' },
		"No account has the domain 'nowhere.example'",
		'Add the domain',
	],
	[
		'a domain that only contains the one of an account',
		{ email: 'carla@notglobex.example' },
		"No account has the domain 'notglobex.example'",
		'Add the domain',
	],
])('%s: the contact stays where it is', async (_, changes, message, advice) => {
	contactWith(carla, changes);
	const { error } = await setAccount([{ id: carla }]);
	expect(error).toMatchObject({
		message: expect.stringContaining(message),
		description: expect.stringContaining(advice),
		context: { itemIndex: 0 },
	});
	expect(pylon.sim.countOf('updateContact')).toBe(0);
});

test('a domain of several accounts: they are listed', async () => {
	const { accounts } = pylon.sim.state;
	accounts.set(initech, {
		...accounts.get(initech)!,
		domains: ['initech.example', 'globex.example'],
	});
	const { items } = await setAccount([{ id: carla }, { id: seedIds.contacts.dmitri }], {
		continueOnFail: true,
	});
	expect(errorOf(items[0])).toMatchObject({
		message: "2 accounts have the domain 'globex.example'",
	});
	expect(errorOf(items[0])?.description).toContain(`Globex (globex.example): ${globex}`);
	expect(errorOf(items[0])?.description).toContain(`: ${initech}`);
	expect(items[1]).toMatchObject({ json: { account: { id: initech } }, pairedItem: { item: 1 } });
});
