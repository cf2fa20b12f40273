import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { seedIds } from '../../../../sandbox/pylon';
import { runNode } from '../../../support/engine';
import { byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';
import { addRequests } from './support/featureRequests';

const { pdf } = seedIds.featureRequests;

describe('Merge that Pylon refuses half-way', () => {
	const pylon = withPylon();

	test('says which requests are merged, which may be and which are not', async () => {
		const merged = addRequests(pylon.sim, 100);
		const later = addRequests(pylon.sim, 100);
		const { items } = await runNode({
			node: new Pylon(),
			parameters: {
				resource: 'featureRequest',
				operation: 'merge',
				featureRequestId: byId(pdf),
				mergeFeatureRequestIds: [...merged, 'gone', ...later],
			},
			credentials: pylon.credentials,
			continueOnFail: true,
		});
		expect(pylon.sim.countOf('mergeFeatureRequests')).toBe(2);
		expect(items).toHaveLength(1);
		expect(items[0].json.error).toMatchObject({
			mergedFeatureRequestIds: merged,
			unclearFeatureRequestIds: ['gone', ...later.slice(0, 99)],
			notMergedFeatureRequestIds: later.slice(99),
			description: expect.stringContaining('Check in Pylon which of these are archived: gone, '),
		});
	});
});
