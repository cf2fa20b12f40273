import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { events } from '../../../nodes/PylonPollingTrigger/events';
import { seedIds } from '../../../sandbox/pylon';
import { storeAccount, storeContact } from '../../../sandbox/pylon/seed/blank';
import { MINUTE, withPolling } from './support/bench';

const bench = withPolling();
const { poller, asked, addIssue, addMessage, edit, pass, pylon } = bench;
const { contacts, users, accounts, teams, issues } = seedIds;

const people = {
	requester_id: contacts.carla,
	assignee_id: users.nora,
	account_id: accounts.globex,
	team_id: teams.support,
};

/** Makes an event happen. */
const HAPPENS: Record<string, () => unknown> = {
	account_created: () =>
		storeAccount(pylon.sim.state, bench.ago(0), {
			name: 'New',
			domains: ['new.example'],
			owner_id: users.nora,
		}),
	contact_created: () =>
		storeContact(pylon.sim.state, {
			name: 'New',
			email: 'new@globex.example',
			account_id: accounts.globex,
		}),
	issue_created: () => addIssue(people),
	issue_message: () => addMessage(issues.globex),
	issue_status_changed: () => edit(issues.globex, { state: 'on_hold' }),
	issue_updated: () => edit(issues.globex, { title: 'Other' }),
};

const RECORD = (event: string) => event.split('_')[0];

/** What one poll finds of an event. */
async function poll(event: string, parameters: INodeParameters = {}): Promise<IDataObject[]> {
	const active = poller({ event, ...parameters });
	expect(await active.activate()).toEqual({});
	pass(MINUTE);
	HAPPENS[event]();
	pass(MINUTE);
	pylon.sim.resetLog();
	const { items, error } = await active.poll();
	if (error) throw error;
	return items ?? [];
}

test('all events but the answers to surveys have a record', () => {
	expect(events.map(({ value }) => value).filter((value) => value !== 'survey_response')).toEqual(
		Object.keys(HAPPENS),
	);
});

describe.each(Object.keys(HAPPENS))('%s', (event) => {
	const key = RECORD(event);

	test('simplified where nothing is set; raw; selected fields; the rest of the item stays', async () => {
		const active = ['simplified', 'raw', 'selected'].map((output) =>
			poller({ event, output, selectedFields: 'id, custom_fields' }),
		);
		const untouched = poller({ event });
		for (const one of [...active, untouched]) expect(await one.activate()).toEqual({});
		pass(MINUTE);
		HAPPENS[event]();
		pass(MINUTE);
		const found: IDataObject[] = [];
		// One after the other: they have the ID of one node, which never polls twice at a time.
		for (const one of [...active, untouched]) found.push((await one.poll()).items?.[0] ?? {});
		const [simplified, raw, selected, standard] = found;
		expect(standard).toEqual(simplified);
		const [simple, whole] = [simplified[key], raw[key]] as IDataObject[];
		expect(simple).toHaveProperty(key === 'contact' ? 'emails' : 'tags');
		expect(simple).not.toHaveProperty(key === 'account' ? 'owner' : 'account');
		expect(whole).toHaveProperty(key === 'account' ? 'owner' : 'account');
		expect(selected[key]).toEqual({ id: whole.id, custom_fields: simple.custom_fields });
		const rest = (item: IDataObject) => ({ ...item, [key]: null });
		expect(rest(simplified)).toEqual(rest(raw));
		expect(rest(selected)).toEqual(rest(raw));
		expect(raw).toMatchObject({ event, eventKey: expect.stringMatching(`^${event}:`) });
	});

	test('names', async () => {
		const [item] = await poll(event, { addNames: true });
		const record = item[key] as IDataObject;
		const named = {
			issue: {
				requester_name: expect.any(String),
				requester_email: expect.stringContaining('@'),
				account_name: 'Globex',
			},
			account: { owner_name: 'Nora Keller', owner_email: 'nora@northwind.example' },
			contact: { name: 'New' },
		};
		expect(record).toMatchObject(named[key as keyof typeof named]);
	});
});

test('names of all that a poll finds are looked up together; none without', async () => {
	const active = [true, false].map((addNames) => poller({ event: 'issue_created', addNames }));
	for (const one of active) await one.activate();
	pass(MINUTE);
	for (let index = 0; index < 100; index++)
		addIssue({ ...people, requester_id: storeContact(pylon.sim.state, { name: `C${index}` }).id });
	pass(MINUTE);
	pylon.sim.resetLog();
	const { items } = await active[0].poll();
	expect(items?.map(({ issue }) => (issue as IDataObject).requester_name).sort()).toEqual(
		Array.from({ length: 100 }, (_, index) => `C${index}`).sort(),
	);
	expect(asked().sort()).toEqual([
		'GET /teams',
		'GET /users',
		'POST /accounts/search',
		'POST /contacts/search',
		'POST /issues/search',
	]);
	pylon.sim.resetLog();
	expect((await active[1].poll()).items).toHaveLength(100);
	expect(asked()).toEqual(['POST /issues/search']);
	pass(MINUTE);
	pylon.sim.resetLog();
	expect(await active[0].poll()).toEqual({});
	expect(asked()).toEqual(['POST /issues/search']);
});

test('a look-up that fails: the poll fails, and the next one has everything', async () => {
	const active = poller({ event: 'issue_created', addNames: true });
	await active.activate();
	pass(MINUTE);
	const id = addIssue(people);
	pass(MINUTE);
	pylon.sim.faults.add({ kind: 'status', status: 403, operationId: 'getUsers', nth: [1] });
	expect(await active.poll()).toEqual({
		error: expect.objectContaining({ message: expect.stringContaining('read users') }),
	});
	pass(MINUTE);
	expect((await active.poll()).items).toMatchObject([
		{ issue: { id, assignee_name: 'Nora Keller' } },
	]);
	pass(MINUTE);
	expect(await active.poll()).toEqual({});
});

test('another Output begins nothing anew', async () => {
	const active = poller({ event: 'issue_created' });
	await active.activate();
	pass(MINUTE);
	const id = addIssue();
	const { items } = await active.change({
		parameters: { event: 'issue_created', output: 'raw', addNames: true },
	});
	expect(items).toMatchObject([{ issue: { id, account: null } }]);
});

test('in the editor, too', async () => {
	const { items } = await poller({ event: 'issue_created', addNames: true }).test();
	expect(items?.length).toBeGreaterThan(0);
	for (const { issue } of items ?? []) expect(issue).toHaveProperty('requester_name');
});

test.each([
	[{ output: 'selected', selectedFields: ' , ' }, "'Fields' is empty"],
	[{ output: 'all' }, `'Output' cannot be "all"`],
	[{ addNames: 'perhaps' }, "'Add Names' has to be true or false"],
])('%j cannot be published', async (parameters, message) => {
	const active = poller({ event: 'issue_created', ...parameters });
	expect((await active.activate()).error?.message).toBe(message);
	expect(asked()).toEqual([]);
});
