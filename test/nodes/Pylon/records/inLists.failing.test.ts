import { seedIds } from '../../../../sandbox/pylon';
import { storeContact } from '../../../../sandbox/pylon/seed/blank';
import { byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';
import { errorOf, runPylon } from '../../shared/client/support/run';

const pylon = withPylon();
const { contacts, issues } = seedIds;
const follow = {
	resource: 'issue',
	operation: 'addFollowers',
	issueId: byId(issues.globex),
	contactIds: '={{ $json.emails }}',
	requestOptions: { maxTries: 1 },
};
const inputs = [
	{ emails: 'carla@globex.example' },
	{ emails: 'nobody@x.example' },
	{ emails: 'dmitri@initech.example' },
	{ emails: contacts.ada },
];
const run = () => runPylon(pylon.credentials, follow, inputs, { continueOnFail: true });
const searches = () => pylon.sim.requests.filter(({ path }) => path === '/contacts/search');
const followers = () =>
	pylon.sim.requests
		.filter(({ path }) => path.endsWith('/followers'))
		.flatMap(({ body }) => (body as { contact_ids: string[] }).contact_ids)
		.sort();

function expectOnlyNobodyMissing(items: Awaited<ReturnType<typeof run>>['items']): void {
	expect(items.map((item) => errorOf(item)?.message)).toEqual([
		undefined,
		"No contact has the email 'nobody@x.example'",
		undefined,
		undefined,
	]);
	expect(followers()).toEqual([contacts.ada, contacts.carla, contacts.dmitri].sort());
}

test('with continue on fail, an email that nobody has fails its own item only', async () => {
	const { items } = await run();
	expectOnlyNobodyMissing(items);
	expect(searches()).toHaveLength(1);
});

test('a search that Pylon refuses is repeated for each email alone', async () => {
	pylon.sim.faults.add({ kind: 'status', status: 400, operationId: 'searchContacts', nth: [1] });
	const { items } = await run();
	expectOnlyNobodyMissing(items);
	expect(searches()).toHaveLength(4);
});

test('a search that Pylon does not answer fails the items that need it, each with its own error, and no other', async () => {
	pylon.sim.faults.add({ kind: 'status', status: 403, operationId: 'searchContacts' });
	const { items } = await run();
	expect(items.map((item) => errorOf(item)?.status)).toEqual([403, 403, 403, undefined]);
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2, 3].map((item) => ({ item })));
	expect(followers()).toEqual([contacts.ada]);
});

test('without continue on fail nothing but the search is sent', async () => {
	pylon.sim.faults.add({ kind: 'status', status: 403, operationId: 'searchContacts' });
	const { error } = await runPylon(pylon.credentials, follow, inputs.slice(0, 3));
	expect(error).toMatchObject({ httpCode: '403' });
	expect(followers()).toEqual([]);
	expect(searches()).toHaveLength(1);
});

test('a record that does not show the email it was found by: asked for alone', async () => {
	const hidden = { id: contacts.carla, name: 'Carla Diaz', email: null };
	pylon.sim.faults.add({ kind: 'data', value: [hidden], operationId: 'searchContacts' });
	const { items } = await runPylon(pylon.credentials, follow, [inputs[0], inputs[2]], {
		continueOnFail: true,
	});
	expect(items.map((item) => errorOf(item)?.message)).toEqual([undefined, undefined]);
	expect(searches()).toHaveLength(3);
});

test('an answer that is full may lack others: asked for alone', async () => {
	const email = 'all@globex.example';
	for (let index = 0; index < 999; index++)
		storeContact(pylon.sim.state, { name: `Copy ${index}`, email });
	const { items } = await runPylon(pylon.credentials, follow, [inputs[0], { emails: email }], {
		continueOnFail: true,
	});
	expect(items.map((item) => errorOf(item)?.message)).toEqual([
		undefined,
		expect.stringContaining(`contacts have the email '${email}'`),
	]);
	expect(followers()).toEqual([contacts.carla]);
});
