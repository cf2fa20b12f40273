import fc from 'fast-check';

import { withPylon } from '../../../support/pylon';
import { anyItems, checkItems } from './support/anyItems';
import { withVirtualTime } from './support/virtualTime';

const pylon = withPylon();
withVirtualTime(0.5);

const SEED = 20_261_120;

test('every item ends once, as a result or an error, linked to its input; nothing unsafe happens twice', async () => {
	const property = fc.asyncProperty(
		anyItems,
		async (testCase) => await checkItems(pylon.sim, testCase),
	);
	await fc.assert(property, { seed: SEED, numRuns: 400 });
}, 300_000);
