import fc from 'fast-check';
import { anyOpening, checkOpening, EDITOR } from './support/editor';
import { sim, server } from './support/generated';

const SEED = 20_261_128;

test.each(Object.keys(EDITOR))('%s', async (name) => {
	await fc.assert(
		fc.asyncProperty(anyOpening, async (one) => await checkOpening(server, sim, name, one)),
		{ seed: SEED, numRuns: 8 },
	);
});
