import fc from 'fast-check';

import { withLoopback } from '../../../support/loopback';
import { withPylon } from '../../../support/pylon';
import { anyPages, checkPages, listServer } from './support/anyPages';
import { anyPeriods, checkPeriod } from './support/anyPeriods';
import { withVirtualTime } from './support/virtualTime';

const pylon = withPylon({ seed: 'empty' });
const loopback = withLoopback();
withVirtualTime(0.5);

const SEED = 20_261_120;

test('any pages: exactly the records, in order, up to the limit, and no page too many', async () => {
	const list = listServer();
	const server = await loopback.serve(list.listener);
	const property = fc.asyncProperty(
		anyPages,
		async (testCase) => await checkPages(server, list, testCase),
	);
	await fc.assert(property, { seed: SEED, numRuns: 500 });
}, 300_000);

test('any period: exactly its issues, none twice and none missing at the seams', async () => {
	const property = fc.asyncProperty(
		anyPeriods,
		async (testCase) => await checkPeriod(pylon.sim, testCase),
	);
	await fc.assert(property, { seed: SEED, numRuns: 150 });
}, 300_000);
