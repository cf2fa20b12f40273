import { addContacts } from '../../../sandbox/pylon';
import { MOST_KNOWN, MOST_NEW } from '../../../nodes/PylonPollingTrigger/unseenIdEvent';
import { idsOf, MINUTE, withPolling } from './support/bench';

const bench = withPolling();
const { pass, poller } = bench;

test.each([3, MOST_KNOWN + 400])(
	'all of very many new ones come, each once, after a start with %i',
	async (before) => {
		const { state } = bench.pylon.sim;
		addContacts(state, before);
		const active = poller({ event: 'contact_created', options: { maxRecords: 3000 } });
		await active.activate();
		const known = state.contacts.size;
		addContacts(state, MOST_KNOWN + 700);
		const came: unknown[] = [];
		for (let polls = 0; polls < 4; polls++) {
			pass(MINUTE);
			came.push(...idsOf((await active.poll()).items, 'contact'));
		}
		const oldestFirst = state.contacts
			.newestFirst()
			.map(({ id }) => id)
			.reverse();
		expect(came).toEqual(oldestFirst.slice(known));
		expect(active.log).toHaveLength(1);
	},
);

test('where there are more than one poll looks for, it says so', async () => {
	const { state } = bench.pylon.sim;
	const active = poller({ event: 'contact_created', options: { maxRecords: 10_000 } });
	await active.activate();
	addContacts(state, MOST_NEW + 700);
	expect((await active.poll()).items).toHaveLength(10_000);
	expect(active.log.at(-1)).toEqual(
		expect.objectContaining({
			level: 'warn',
			message: expect.stringContaining('older ones are not returned'),
		}),
	);
});
