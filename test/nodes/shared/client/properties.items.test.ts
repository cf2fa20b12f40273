import fc from 'fast-check';

import { withPylon } from '../../../support/pylon';
import { anyItems, checkItems } from './support/anyItems';
import { virtualTime, type VirtualTime } from './support/virtualTime';

const pylon = withPylon();
let time: VirtualTime;
beforeEach(() => {
	time = virtualTime(0.5);
});
afterEach(() => time.restore());

const SEED = 20_261_120;

test('every item ends once, as a result or an error, linked to its input; nothing unsafe happens twice', async () => {
	const property = fc.asyncProperty(
		anyItems,
		async (testCase) => await checkItems(pylon.sim, testCase),
	);
	await fc.assert(property, { seed: SEED, numRuns: 400 });
}, 300_000);
