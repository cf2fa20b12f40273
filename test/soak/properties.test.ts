import fc from 'fast-check';

import { startSimulatedPylon } from '../../sandbox/pylon';
import { startLoopback } from '../support/loopback';
import { anyItems, checkItems } from '../nodes/shared/client/support/anyItems';
import { anyPages, checkPages, listServer } from '../nodes/shared/client/support/anyPages';
import { anyPeriods, checkPeriod } from '../nodes/shared/client/support/anyPeriods';
import { virtualTime } from '../nodes/shared/client/support/virtualTime';

const BATCH = 50;
const cases = Number(process.env.SOAK_CASES);
const limitMs = Number(process.env.SOAK_MINUTES) * 60_000;
const firstSeed = Number(process.env.SOAK_SEED);

const say = (text: string) => process.stdout.write(`${text}\n`);

/** How many cases of each kind there are in a row: those of items are the ones that find most. */
const TURNS = ['items', 'items', 'items', 'pages', 'periods'] as const;

test(
	'the properties hold',
	async () => {
		const time = virtualTime(0.5);
		const company = await startSimulatedPylon({ strict: true });
		const empty = await startSimulatedPylon({ seed: 'empty', strict: true });
		const list = listServer();
		const pages = await startLoopback(list.listener);
		const properties = {
			items: fc.asyncProperty(anyItems, async (one) => await checkItems(company, one)),
			pages: fc.asyncProperty(anyPages, async (one) => await checkPages(pages, list, one)),
			periods: fc.asyncProperty(anyPeriods, async (one) => await checkPeriod(empty, one)),
		};
		const begin = Date.now();
		let done = 0;
		try {
			for (let batch = 0; done < cases && Date.now() - begin < limitMs; batch++) {
				const turn = TURNS[batch % TURNS.length];
				const seed = firstSeed + batch;
				const numRuns = Math.min(BATCH, cases - done);
				// A failure prints the seed of its batch and the smallest case.
				await fc.assert(properties[turn] as fc.IAsyncProperty<unknown>, { seed, numRuns });
				done += numRuns;
				say(
					`${done} of ${cases} cases, ${Math.round((Date.now() - begin) / 1000)} s (${turn}, seed ${seed})`,
				);
			}
		} finally {
			time.restore();
			await Promise.all([company.close(), empty.close(), pages.close()]);
		}
		say(`All ${done} cases hold.`);
	},
	limitMs + 600_000,
);
