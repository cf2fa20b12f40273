import fc from 'fast-check';

import { startSimulatedPylon, type SimulatedPylon } from '../../../sandbox/pylon';
import { clock } from '../../../nodes/shared/client/clock';
import { virtualTime, type VirtualTime } from '../shared/client/support/virtualTime';
import { hostileServer, type HostileServer } from './support/hostileServer';
import { anyOpening, checkOpening, EDITOR } from './support/editor';

/** Whatever a server answers, every list of the editor shows entries or a sentence. */
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

test.each(Object.keys(EDITOR))('%s', async (name) => {
	await fc.assert(
		fc.asyncProperty(anyOpening, async (one) => await checkOpening(server, sim, name, one)),
		{ seed: SEED, numRuns: 8 },
	);
});
