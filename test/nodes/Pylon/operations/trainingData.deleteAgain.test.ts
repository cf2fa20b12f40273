import { deleteDocuments } from '../../../../nodes/Pylon/operations/trainingData/deleteDocuments';
import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';
import { runPylon } from '../../shared/client/support/run';
import { virtualTime } from '../../shared/client/support/virtualTime';

const { trainingData: manuals, documents } = seedIds;

const trainingDataId = byId(manuals);

describe('a delete whose first answer was lost', () => {
	const pylon = withPylon({ checkReplies: true });

	test('counts too few, of which the description warns', async () => {
		const time = virtualTime();
		pylon.sim.faults.add({ kind: 'reset', processed: true, nth: [1] });
		const { items } = await runPylon(pylon.credentials, {
			resource: 'trainingData',
			operation: 'deleteDocuments',
			trainingDataId,
			documentIds: documents.first,
		}).finally(() => time.restore());
		expect(pylon.sim.state.trainingData.get(manuals)?.documents.map(({ id }) => id)).toEqual([
			documents.second,
		]);
		expect(items[0].json).toEqual({ deleted: true, deleted_count: 0 });
		expect(deleteDocuments.description).toContain('too low if the request had to be sent again');
	});
});
