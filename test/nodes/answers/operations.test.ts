import fc from 'fast-check';

import { withPylon } from '../../support/pylon';
import { withVirtualTime } from '../shared/client/support/virtualTime';
import { oneStep } from './support/anyAnswer';
import { hostileServer, type HostileServer } from './support/hostileServer';
import { anyRun, checkRun, countRequests, inputsOf, operations } from './support/operations';

/** Whatever a server answers, every operation ends with items or a sentence. `npm run test:soak` tries far more answers. */
const pylon = withPylon();
let server: HostileServer;
beforeAll(async () => {
	server = await hostileServer(pylon.sim);
});
afterAll(async () => await server.close());
withVirtualTime(0.5);

const SEED = 20_261_128;

test.each(operations)('$name', async ({ resource, operation }) => {
	const inputs = inputsOf(pylon.sim, resource, operation);
	const asksOften = (await countRequests(server, inputs)) > 1;
	const given = asksOften
		? anyRun
		: fc.tuple(anyRun, oneStep).map(([one, steps]) => ({ ...one, steps }));
	await fc.assert(
		fc.asyncProperty(given, async (one) => await checkRun(server, inputs, one)),
		{ seed: SEED, numRuns: asksOften ? 12 : 4 },
	);
});
