import fc from 'fast-check';

import { events } from '../../nodes/PylonPollingTrigger/events';
import { clock } from '../../nodes/shared/client/clock';
import { startSimulatedPylon } from '../../sandbox/pylon';
import { anyOpening, checkOpening, EDITOR } from '../nodes/answers/support/editor';
import { hostileServer } from '../nodes/answers/support/hostileServer';
import { anyRun, checkRun, inputsOf, operations } from '../nodes/answers/support/operations';
import { anyDelivery, anyPoll, checkDelivery, checkPoll } from '../nodes/answers/support/triggers';
import { virtualTime } from '../nodes/shared/client/support/virtualTime';

const BATCH = 20;
const cases = Number(process.env.SOAK_CASES);
const limitMs = Number(process.env.SOAK_MINUTES) * 60_000;
const firstSeed = Number(process.env.SOAK_SEED);

/** Whatever a server answers: every operation, both triggers and every list of the editor, in turns. */
test(
	'any answer ends in items or a sentence',
	async () => {
		const time = virtualTime(0.5);
		const sim = await startSimulatedPylon({ strict: true, clock: () => clock.now() });
		const server = await hostileServer(sim);
		const turns = [
			...operations.map(({ name, resource, operation }) => ({
				name,
				property: () => {
					sim.resetState();
					const inputs = inputsOf(sim, resource, operation);
					return fc.asyncProperty(anyRun, async (one) => await checkRun(server, inputs, one));
				},
			})),
			...Object.keys(EDITOR).map((name) => ({
				name,
				property: () =>
					fc.asyncProperty(anyOpening, async (one) => await checkOpening(server, sim, name, one)),
			})),
			...events.map(({ value }) => ({
				name: `poll ${value}`,
				property: () =>
					fc.asyncProperty(anyPoll, async (one) => await checkPoll(server, sim, value, one)),
			})),
			{
				name: 'delivery',
				property: () =>
					fc.asyncProperty(anyDelivery, async (one) => await checkDelivery(server, sim, one)),
			},
		];
		const begin = Date.now();
		let done = 0;
		try {
			for (let batch = 0; done < cases && Date.now() - begin < limitMs; batch++) {
				const { name, property } = turns[batch % turns.length];
				const seed = firstSeed + batch;
				await fc
					.assert(property() as fc.IAsyncProperty<unknown>, { seed, numRuns: BATCH })
					.catch((error: Error) => {
						throw new Error(`${name}: ${error.message}`);
					});
				done += BATCH;
			}
		} finally {
			time.restore();
			await Promise.all([server.close(), sim.close()]);
		}
		process.stdout.write(`${done} answers hold, ${Math.round((Date.now() - begin) / 1000)} s\n`);
	},
	limitMs + 600_000,
);
