import type { INodeParameters } from 'n8n-workflow';

import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { seedIds } from '../../../../sandbox/pylon';
import { runNode } from '../../../support/engine';
import { added, replaced } from '../../../support/listChange';
import { byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';

const pylon = withPylon();
const { issues, contacts, featureRequests } = seedIds;

/** An expression that finds nothing in the incoming item. */
const MISSING = '={{ $json.notThere }}';

const run = async (parameters: INodeParameters) =>
	await runNode({ node: new Pylon(), parameters, credentials: pylon.credentials });

const updateIssue = (updateFields: INodeParameters): INodeParameters => ({
	resource: 'issue',
	operation: 'update',
	issueId: byId(issues.globex),
	updateFields,
});

describe('a list that an expression does not find', () => {
	test.each<[string, INodeParameters, string]>([
		['the tags of an issue', updateIssue({ tags: replaced(MISSING) }), "'Tags' is empty"],
		[
			'several values of a custom field',
			updateIssue({ customFieldsJson: `={{ { platforms: $json.notThere } }}` }),
			"'Custom Fields: platforms' is empty",
		],
		[
			'the phone numbers of a contact',
			{
				resource: 'contact',
				operation: 'update',
				contactId: byId(contacts.carla),
				updateFields: { phoneNumbers: added(MISSING) },
			},
			"'Phone Numbers' is empty",
		],
		[
			'the accounts of a search',
			{ resource: 'featureRequest', operation: 'search', filters: { accountIds: MISSING } },
			"'Account Names or IDs' is empty",
		],
		[
			'the accounts that shall see a feature request',
			{
				resource: 'featureRequest',
				operation: 'setPortalVisibility',
				featureRequestId: byId(featureRequests.pdf),
				accountIds: MISSING,
				visible: false,
			},
			"'Account Names or IDs' is empty",
		],
	])('%s: nothing is sent', async (_, parameters, message) => {
		const { error } = await run(parameters);
		expect(error?.message).toBe(message);
		expect(error).toMatchObject({ context: { itemIndex: 0 } });
		expect(pylon.sim.requests).toEqual([]);
	});
});

test.each(['', '={{ [] }}'])(
	'tags given as %j are emptied where nothing is to clear',
	async (tags) => {
		expect(pylon.sim.state.issues.get(issues.globex)?.tags).not.toEqual([]);
		const { error } = await run(updateIssue({ ifEmpty: 'clear', tags: replaced(tags) }));
		expect(error).toBeUndefined();
		expect(pylon.sim.state.issues.get(issues.globex)?.tags).toEqual([]);
	},
);

test('a status filter without a status is refused, not dropped', async () => {
	const { error } = await run({
		resource: 'featureRequest',
		operation: 'search',
		filters: { requestStatuses: [] },
	});
	expect(error?.message).toBe("'Statuses' is empty");
	expect(pylon.sim.requests).toEqual([]);
});
