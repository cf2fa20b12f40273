import { Expression, type INodeParameters } from 'n8n-workflow';

import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';
import { runPylon } from '../../shared/client/support/run';

const pylon = withPylon();

afterEach(() => jest.restoreAllMocks());

/** How often n8n evaluates the expression of a picker while an item is worked on. */
async function evaluations(
	expression: string,
	parameters: INodeParameters,
	input: { id: string; user?: string },
) {
	const resolve = jest.spyOn(Expression.prototype, 'resolveSimpleParameterValue');
	const { error } = await runPylon(pylon.credentials, parameters, [input]);
	expect(error).toBeUndefined();
	return resolve.mock.calls.filter(([value]) => value === expression).length;
}

/** n8n looks at each parameter of the name twice (n8n-core 2.41, `routing-node.js`); a real n8n takes 0.7 ms each time. */
const byN8n = async (name: string) => {
	const { pylonNode } = await import('../../shared/client/support/run');
	return 2 * pylonNode.description.properties.filter((property) => property.name === name).length;
};

const ID = '={{ $json.id }}';
const USER = '={{ $json.user }}';

test.each<[string, INodeParameters, string]>([
	[
		'contactId',
		{ resource: 'contact', operation: 'get', contactId: byId(ID) },
		seedIds.contacts.ada,
	],
	[
		'issueId',
		{ resource: 'issue', operation: 'update', issueId: byId(ID), updateFields: { title: 'T' } },
		seedIds.issues.globex,
	],
	[
		'accountId',
		{ resource: 'account', operation: 'get', accountId: byId(ID) },
		seedIds.accounts.globex,
	],
])('%s of the path: once beside n8n', async (name, parameters, id) => {
	expect(await evaluations(ID, parameters, { id })).toBe((await byN8n(name)) + 1);
});

test('a picker in the body: once beside n8n', async () => {
	const parameters = (user: string): INodeParameters => ({
		resource: 'issue',
		operation: 'update',
		issueId: byId(seedIds.issues.globex),
		updateFields: { assigneeId: byId(user) },
	});
	const inBody = (await byN8n('updateFields')) + 2;
	expect(await evaluations(USER, parameters(USER), { id: '', user: seedIds.users.nora })).toBe(
		inBody + 1,
	);
});
