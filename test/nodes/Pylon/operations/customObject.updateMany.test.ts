import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { seedIds } from '../../../../sandbox/pylon';
import { runNode } from '../../../support/engine';
import { withPylon } from '../../../support/pylon';

const { globex } = seedIds.customObjects;

const customObjectType = 'subscription';

const fields = {
	field: [
		{ slug: 'plan', kind: 'single', value: 'monthly' },
		{ slug: 'modules', kind: 'multiple', values: 'desk, portal' },
	],
};

describe('Update Many that Pylon refuses half-way', () => {
	const pylon = withPylon();

	test('says which objects are changed', async () => {
		const ids = Array.from({ length: 101 }, (_, index) =>
			index < 100 ? globex.replace(/..$/, String(index).padStart(2, '0')) : 'gone',
		);
		const { state } = pylon.sim;
		const [one] = state.customObjects.values();
		for (const id of ids.slice(0, 100)) state.customObjects.set(id, { ...one, id });
		const { items } = await runNode({
			node: new Pylon(),
			parameters: {
				resource: 'customObject',
				operation: 'updateMany',
				customObjectType,
				customObjectIds: ids,
				updateFields: { customFields: fields },
			},
			credentials: pylon.credentials,
			continueOnFail: true,
		});
		expect(items).toHaveLength(1);
		expect(items[0].json.error).toMatchObject({
			description: expect.stringContaining('Changed already: 100 of 101 objects.'),
			notUpdatedIds: ['gone'],
		});
	});
});
