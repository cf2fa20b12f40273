import { storeAccount, storeContact } from '../../../sandbox/pylon/seed/blank';
import { addContacts } from '../../../sandbox/pylon';
import { MOST_KNOWN } from '../../../nodes/PylonPollingTrigger/unseenIdEvent';
import { DAY, HOUR, idsOf, MINUTE, SECOND, withPolling } from './support/bench';

const bench = withPolling();
const { pass, poller, asked } = bench;

let serial = 0;
const add = {
	account: (changes = {}, msAgo = 0) =>
		storeAccount(bench.pylon.sim.state, bench.ago(msAgo), { name: `New ${++serial}`, ...changes })
			.id,
	contact: (changes = {}) =>
		storeContact(bench.pylon.sim.state, { name: `New ${++serial}`, ...changes }).id,
};

describe.each(['account', 'contact'] as const)('a new %s', (kind) => {
	const trigger = (parameters = {}) => poller({ event: `${kind}_created`, ...parameters });
	const store = () =>
		kind === 'account' ? bench.pylon.sim.state.accounts : bench.pylon.sim.state.contacts;

	test('comes once, the oldest first; one request a poll', async () => {
		add[kind]();
		const active = trigger();
		expect(await active.activate()).toEqual({});
		pass(MINUTE);
		const ids = [1, 2, 3].map(() => {
			pass(SECOND);
			return add[kind]();
		});
		bench.pylon.sim.resetLog();
		const { items } = await active.poll();
		expect(idsOf(items, kind)).toEqual(ids);
		expect(items?.[0]).toEqual({
			event: `${kind}_created`,
			eventKey: `${kind}_created:${ids[0]}`,
			[kind]: expect.objectContaining({ id: ids[0], name: expect.stringContaining('New') }),
		});
		expect(asked()).toEqual([`POST /${kind}s/search`]);
		for (let polls = 0; polls < 3; polls++) {
			pass(DAY);
			expect(await active.poll()).toEqual({});
		}
	});

	test('comes to a workspace that had none', async () => {
		store().clear();
		const active = trigger();
		await active.activate();
		pass(MINUTE);
		const id = add[kind]();
		expect(idsOf((await active.poll()).items, kind)).toEqual([id]);
	});

	test('more than one poll may take come with the next ones, in order', async () => {
		const active = trigger({ options: { maxRecords: 2 } });
		await active.activate();
		pass(MINUTE);
		const ids = [1, 2, 3, 4, 5].map(() => {
			pass(SECOND);
			return add[kind]();
		});
		const polled: unknown[][] = [];
		for (let polls = 0; polls < 4; polls++) polled.push(idsOf((await active.poll()).items, kind));
		expect(polled).toEqual([ids.slice(0, 2), ids.slice(2, 4), ids.slice(4), []]);
	});

	test('only what matches the filter comes, and what matches it later is not new', async () => {
		const before = add[kind]({ name: 'Acme' });
		const active = trigger({
			filterMode: 'json',
			filterJson: '{"field":"name","operator":"equals","value":"Acme"}',
		});
		await active.activate();
		pass(MINUTE);
		const [acme, other] = [add[kind]({ name: 'Acme' }), add[kind]({ name: 'Other' })];
		expect(idsOf((await active.poll()).items, kind)).toEqual([acme]);
		const changed = store().get(other)!;
		store().set(other, { ...changed, name: 'Acme' } as never);
		pass(MINUTE);
		expect(await active.poll()).toEqual({});
		expect(before).not.toBe(acme);
	});

	test('the search text narrows them down too', async () => {
		const active = trigger({ searchText: 'zebra' });
		await active.activate();
		const [zebra] = [add[kind]({ name: 'Zebra' }), add[kind]()];
		expect(idsOf((await active.poll()).items, kind)).toEqual([zebra]);
	});

	test('deleted ones change nothing', async () => {
		const ids = [1, 2, 3].map(() => add[kind]());
		const active = trigger();
		await active.activate();
		for (const id of ids) store().delete(id);
		expect(await active.poll()).toEqual({});
		const id = add[kind]();
		expect(idsOf((await active.poll()).items, kind)).toEqual([id]);
	});
});

const contacts = (parameters = {}) => poller({ event: 'contact_created', ...parameters });

describe('where there are more than are remembered', () => {
	beforeEach(() => addContacts(bench.pylon.sim.state, MOST_KNOWN + 400));

	test('the first poll ends where the memory does; a new one comes', async () => {
		const active = contacts();
		await active.activate();
		expect(asked().length).toBeLessThan(25);
		const id = add.contact();
		expect(idsOf((await active.poll()).items, 'contact')).toEqual([id]);
		pass(2 * DAY);
		expect(await active.poll()).toEqual({});
	});

	test('old ones do not come when many of the known ones are deleted', async () => {
		const active = contacts();
		await active.activate();
		const { contacts: store } = bench.pylon.sim.state;
		for (const { id } of store.newestFirst().slice(100, MOST_KNOWN)) store.delete(id);
		const id = add.contact();
		expect(idsOf((await active.poll()).items, 'contact')).toEqual([id]);
		expect(await active.poll()).toEqual({});
	});

	test('when none of the known ones is left, it starts from now and says so', async () => {
		const active = contacts();
		await active.activate();
		const { contacts: store } = bench.pylon.sim.state;
		for (const { id } of store.newestFirst().slice(0, MOST_KNOWN)) store.delete(id);
		expect(await active.poll()).toEqual({});
		expect(active.log).toContainEqual(
			expect.objectContaining({
				level: 'warn',
				message: expect.stringContaining('starts from now'),
			}),
		);
		const id = add.contact();
		expect(idsOf((await active.poll()).items, 'contact')).toEqual([id]);
	});
});

test('an account that Pylon shows late, from shortly before the start, is new', async () => {
	const active = poller({ event: 'account_created' });
	await active.activate();
	const id = add.account({}, 110 * SECOND);
	expect(idsOf((await active.poll()).items, 'account')).toEqual([id]);
});

test('an account from before the start is not new, wherever it turns up', async () => {
	const active = poller({ event: 'account_created' });
	await active.activate();
	pass(HOUR);
	add.account({}, 2 * HOUR);
	const id = add.account();
	expect(idsOf((await active.poll()).items, 'account')).toEqual([id]);
});
