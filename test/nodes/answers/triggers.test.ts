import fc from 'fast-check';

import { startSimulatedPylon, type SimulatedPylon } from '../../../sandbox/pylon';
import { clock } from '../../../nodes/shared/client/clock';
import { virtualTime, type VirtualTime } from '../shared/client/support/virtualTime';
import { hostileServer, type HostileServer } from './support/hostileServer';
import { events } from '../../../nodes/PylonPollingTrigger/events';
import { anyDelivery, anyPoll, checkDelivery, checkPoll } from './support/triggers';

/** Whatever a server answers, both triggers end with items, nothing or a sentence. */
let sim: SimulatedPylon;
let server: HostileServer;
let time: VirtualTime;
beforeAll(async () => {
	sim = await startSimulatedPylon({ strict: true, clock: () => clock.now() });
	server = await hostileServer(sim);
});
afterAll(async () => {
	await server.close();
	await sim.close();
});
beforeEach(() => {
	time = virtualTime(0.5);
});
afterEach(() => time.restore());

const SEED = 20_261_128;

test('deliveries', async () => {
	await fc.assert(
		fc.asyncProperty(anyDelivery, async (one) => await checkDelivery(server, sim, one)),
		{ seed: SEED, numRuns: 60 },
	);
});

test.each(events.map(({ value }) => value))('polls: %s', async (event) => {
	await fc.assert(
		fc.asyncProperty(anyPoll, async (one) => await checkPoll(server, sim, event, one)),
		{ seed: SEED, numRuns: 12 },
	);
});
