import fc from 'fast-check';

import { growthFaults } from '../support/growth';
import { TEXT_READERS } from '../support/textGrowth';
import { mixed, repeated } from '../support/textShapes';

const BATCH = 20;
const cases = Number(process.env.SOAK_CASES);
const limitMs = Number(process.env.SOAK_MINUTES) * 60_000;
const firstSeed = Number(process.env.SOAK_SEED);

/** Every token by itself, then mixtures of them for as long as one likes. */
test.each(Object.entries(TEXT_READERS))(
	'%s: time grows with the text',
	(_, { read, tokens }) => {
		const share = limitMs / Object.keys(TEXT_READERS).length;
		const begin = Date.now();
		const alone = repeated(tokens);
		let done = 0;
		for (let batch = 0; done < cases && Date.now() - begin < share; batch++) {
			const shapes =
				alone.length > 0
					? alone.splice(0, BATCH)
					: fc.sample(mixed(tokens), { numRuns: BATCH, seed: firstSeed + batch });
			expect(growthFaults(read, shapes)).toEqual([]);
			done += shapes.length;
		}
		process.stdout.write(`${done} shapes\n`);
	},
	limitMs + 600_000,
);
