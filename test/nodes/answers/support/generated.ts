import { startSimulatedPylon, type SimulatedPylon } from '../../../../sandbox/pylon';
import { clock } from '../../../../nodes/shared/client/clock';
import { virtualTime, type VirtualTime } from '../../shared/client/support/virtualTime';
import { hostileServer, type HostileServer } from './hostileServer';

/** Whatever a server answers, every list of the editor shows entries or a sentence. */
export let sim: SimulatedPylon;
export let server: HostileServer;
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
