import fc from 'fast-check';

import { withPylon } from '../../../support/pylon';
import { accounts, anyUpserts, checkUpserts, contacts } from './support/anyUpserts';

const pylon = withPylon();

const SEED = 20_261_121;

test.each([
	['contact', contacts],
	['account', accounts],
] as const)(
	'items of one run come to the same as each in a run of its own: %s',
	async (name, resource) => {
		const property = fc.asyncProperty(
			anyUpserts,
			async (testCase) => await checkUpserts(pylon.sim, name, resource, testCase),
		);
		await fc.assert(property, { seed: SEED, numRuns: 100 });
	},
	300_000,
);
