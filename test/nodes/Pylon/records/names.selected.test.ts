import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { pylon, run, jsonOf, getIssue } from './support/names';

const { issues, contacts, accounts } = seedIds;

describe('Selected Fields', () => {
	test('of the simplified and of the raw record, in their order; slugs with dots; what is not there is null', async () => {
		const value = {
			id: 'i',
			requester: { id: contacts.carla },
			custom_fields: {
				account: { value: 'other' },
				'account.hubspot.tier': { value: 'gold' },
				regions: { value: '', values: ['emea'] },
			},
			team_slas: [{ first_resolution: 5 }],
		};
		pylon.sim.faults.add({ kind: 'data', operationId: 'getIssue', value });
		const selectedFields =
			'requester_email, custom_fields.account.hubspot.tier, custom_fields.account.hubspot.tier.value, custom_fields.regions, requester.name, team_slas, nothing.there, id';
		const [issue] = await jsonOf(getIssue({ output: 'selected', selectedFields }), [
			{ id: issues.first },
		]);
		expect(Object.entries(issue)).toEqual([
			['requester_email', 'carla@globex.example'],
			['custom_fields.account.hubspot.tier', 'gold'],
			['custom_fields.account.hubspot.tier.value', 'gold'],
			['custom_fields.regions', ['emea']],
			['requester.name', expect.any(String)],
			['team_slas', [{ first_resolution: 5 }]],
			['nothing.there', null],
			['id', 'i'],
		]);
	});

	test('the ID is always among them', async () => {
		const [issue] = await jsonOf(getIssue({ output: 'selected', selectedFields: 'number' }), [
			{ id: issues.first },
		]);
		expect(issue).toEqual({ id: issues.first, number: expect.any(Number) });
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
