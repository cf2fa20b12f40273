import { startSimulatedPylon, type SimulatedPylon } from '../../../../sandbox/pylon';
import { clock } from '../../../../nodes/shared/client/clock';
import { withVirtualTime } from '../../shared/client/support/virtualTime';
import { hostileServer, type HostileServer } from './hostileServer';

/** Whatever a server answers, every list of the editor shows entries or a sentence. */
export let sim: SimulatedPylon;
export let server: HostileServer;
beforeAll(async () => {
	sim = await startSimulatedPylon({ strict: true, clock: () => clock.now() });
	server = await hostileServer(sim);
});
afterAll(async () => {
	await server.close();
	await sim.close();
});
withVirtualTime(0.5);
