import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';
import { runPylon, type RunOptions } from '../../shared/client/support/run';

const pylon = withPylon({ checkReplies: true });

const { issues, contacts, accounts } = seedIds;

const run = async (parameters: INodeParameters, inputs?: IDataObject[], options?: RunOptions) =>
	await runPylon(pylon.credentials, { addNames: true, ...parameters }, inputs, options);

const jsonOf = async (...given: Parameters<typeof run>): Promise<IDataObject[]> => {
	const { items, error } = await run(...given);
	if (error) throw error;
	return items.map(({ json }) => json);
};

const getIssue = (more: INodeParameters = {}): INodeParameters => ({
	resource: 'issue',
	operation: 'get',
	issueId: byId('={{ $json.id }}'),
	...more,
});

describe('Selected Fields', () => {
	test('of the simplified and of the raw record, in their order; slugs with dots; what is not there is null', async () => {
		const value = {
			id: 'i',
			requester: { id: contacts.carla },
			custom_fields: {
				'account.hubspot.tier': { value: 'gold' },
				regions: { value: '', values: ['emea'] },
			},
			team_slas: [{ first_resolution: 5 }],
		};
		pylon.sim.faults.add({ kind: 'data', operationId: 'getIssue', value });
		const selectedFields =
			'requester_email, custom_fields.account.hubspot.tier, custom_fields.regions, requester.name, team_slas, nothing.there, id';
		const [issue] = await jsonOf(getIssue({ output: 'selected', selectedFields }), [
			{ id: issues.first },
		]);
		expect(Object.entries(issue)).toEqual([
			['requester_email', 'carla@globex.example'],
			['custom_fields.account.hubspot.tier', 'gold'],
			['custom_fields.regions', ['emea']],
			['requester.name', expect.any(String)],
			['team_slas', [{ first_resolution: 5 }]],
			['nothing.there', null],
			['id', 'i'],
		]);
	});

	test('what the operation is about stays', async () => {
		const selected = { output: 'selected', selectedFields: 'id' };
		const [account] = await jsonOf({
			resource: 'account',
			operation: 'upsert',
			domain: 'globex.example',
			...selected,
		});
		expect(account).toEqual({ id: accounts.globex, created: false });
		const [similar] = await jsonOf({
			resource: 'issue',
			operation: 'findSimilar',
			issueId: byId(issues.initech),
			...selected,
		});
		expect(similar).toEqual({ id: expect.any(String), similarity: expect.any(Number) });
	});

	test.each([
		[{ output: 'selected', selectedFields: ' ' }, "'Fields' is empty"],
		[{ output: 'everything' }, `'Output' cannot be "everything"`],
		[{ addNames: 'perhaps' }, "'Add Names' has to be true or false"],
	])('%j is refused before anything is sent', async (parameters, message) => {
		const { error } = await run({
			resource: 'account',
			operation: 'create',
			name: 'A',
			...parameters,
		});
		expect(error?.message).toBe(message);
		expect(pylon.sim.requests).toEqual([]);
	});
});
