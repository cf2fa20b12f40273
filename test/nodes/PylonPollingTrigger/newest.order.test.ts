import { addContacts } from '../../../sandbox/pylon';
import { storeContact } from '../../../sandbox/pylon/seed/blank';
import { DAY, HOUR, idsOf, MINUTE, withPolling } from './bench';

// Contacts of the API have no time: these get one, as that is what the simulated Pylon's lists are ordered by.
const bench = withPolling({ checkReplies: false });
const { pass, poller, asked, ago } = bench;

/** Stores new contacts below all others. */
function addAtTheEnd(count = 1): string[] {
	const { state } = bench.pylon.sim;
	for (const one of [...state.contacts.values()])
		state.contacts.set(one.id, { ...one, created_at: ago(-HOUR) });
	return Array.from({ length: count }, () => {
		const { id } = storeContact(state, { name: 'New' });
		state.contacts.set(id, { ...state.contacts.get(id)!, created_at: ago(0) });
		return id;
	});
}

test('a contact that Pylon puts below a page of known ones is found within a day', async () => {
	addContacts(bench.pylon.sim.state, 600);
	const active = poller({ event: 'contact_created' });
	await active.activate();
	pass(HOUR);
	const [id] = addAtTheEnd();
	bench.pylon.sim.resetLog();
	expect(await active.poll()).toEqual({});
	expect(asked()).toHaveLength(1);
	pass(DAY);
	expect(idsOf((await active.poll()).items, 'contact')).toEqual([id]);
	pass(MINUTE);
	expect(await active.poll()).toEqual({});
});

test('one that has to wait is found with the next poll, wherever it is', async () => {
	addContacts(bench.pylon.sim.state, 600);
	const active = poller({ event: 'contact_created', options: { maxRecords: 1 } });
	await active.activate();
	pass(2 * DAY);
	const ids = addAtTheEnd(2);
	expect(idsOf((await active.poll()).items, 'contact')).toEqual([ids[0]]);
	pass(MINUTE);
	expect(idsOf((await active.poll()).items, 'contact')).toEqual([ids[1]]);
	expect(await active.poll()).toEqual({});
});
