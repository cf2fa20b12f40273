import fc from 'fast-check';
import { events } from '../../../nodes/PylonPollingTrigger/events';
import { anyDelivery, anyPoll, checkDelivery, checkPoll } from './support/triggers';
import { sim, server } from './support/generated';

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
