import fc from 'fast-check';

import { withPylon } from '../../../support/pylon';
import { answering } from './support/answering';
import { anyPages, checkPages, listServer } from './support/anyPages';
import { anyPeriods, checkPeriod } from './support/anyPeriods';
import { virtualTime, type VirtualTime } from './support/virtualTime';

const pylon = withPylon({ seed: 'empty' });
let time: VirtualTime;
beforeEach(() => {
	time = virtualTime(0.5);
});
afterEach(() => time.restore());

const SEED = 20_261_120;

test('any pages: exactly the records, in order, up to the limit, and no page too many', async () => {
	const list = listServer();
	const server = await answering(list.listener);
	const property = fc.asyncProperty(
		anyPages,
		async (testCase) => await checkPages(server, list, testCase),
	);
	await fc.assert(property, { seed: SEED, numRuns: 500 });
	await server.close();
}, 300_000);

test('any period: exactly its issues, none twice and none missing at the seams', async () => {
	const property = fc.asyncProperty(
		anyPeriods,
		async (testCase) => await checkPeriod(pylon.sim, testCase),
	);
	await fc.assert(property, { seed: SEED, numRuns: 150 });
}, 300_000);
