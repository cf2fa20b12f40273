import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { seedIds } from '../../../../sandbox/pylon';
import { added } from '../../../support/listChange';
import { byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';
import { errorOf, runPylon, type RunOptions } from '../../shared/client/support/run';

const pylon = withPylon({ checkReplies: true });

const { globex, initech, initechDuplicate } = seedIds.accounts;

const requestOptions = { maxTries: 1, concurrency: 20 };

const run = async (parameters: INodeParameters, inputs: IDataObject[], options: RunOptions = {}) =>
	await runPylon(pylon.credentials, { requestOptions, ...parameters }, inputs, options);

/** Answers come in another order than the requests: the first ones late. */
const lateAnswers = (operationId: string) => {
	pylon.sim.faults.add({ kind: 'delay', ms: 30, operationId, nth: [1, 2] });
};

describe("'Create or Update' of one record by different identifiers", () => {
	test('lists and identifiers of all items are kept', async () => {
		lateAnswers('searchAccounts');
		const before = pylon.sim.state.accounts.get(globex)!;
		const { items, error } = await run(
			{
				resource: 'account',
				operation: 'upsert',
				externalId: '={{ $json.externalId }}',
				domain: '={{ $json.domain }}',
				ifSeveralMatch: 'firstAddOthers',
				matchBy: '={{ $json.matchBy }}',
				additionalFields: { tags: added('={{ $json.tag }}') },
			},
			[
				{ domain: 'globex.example', tag: 'a', matchBy: ['domain'] },
				{ externalId: 'crm-globex', tag: 'b', matchBy: ['externalId'] },
				{
					externalId: 'erp-1',
					domain: 'GLOBEX.example',
					tag: 'c',
					matchBy: ['externalId', 'domain'],
				},
				{ externalId: 'crm-globex', domain: 'globex.test', tag: 'd', matchBy: ['externalId'] },
			],
		);
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => [json.id, json.created])).toEqual(
			items.map(() => [globex, false]),
		);
		const after = pylon.sim.state.accounts.get(globex)!;
		expect([...after.tags].sort()).toEqual([...before.tags, 'a', 'b', 'c', 'd'].sort());
		expect([...after.domains].sort()).toEqual(['globex.example', 'globex.test']);
		expect(after.external_ids.map(({ external_id: id }) => id).sort()).toEqual([
			'crm-globex',
			'erp-1',
		]);
	});

	test('what an item has written counts, not what the search still shows', async () => {
		const { external_ids: ids, ...found } = pylon.sim.state.accounts.get(globex)!;
		pylon.sim.faults.add({
			kind: 'data',
			operationId: 'searchAccounts',
			value: [{ ...found, external_ids: ids, tags: ['vip'] }],
		});
		await run(
			{
				resource: 'account',
				operation: 'upsert',
				externalId: '={{ $json.externalId }}',
				domain: '={{ $json.domain }}',
				additionalFields: { tags: added('={{ $json.tag }}') },
				requestOptions: { maxTries: 1, concurrency: 1 },
			},
			[
				{ domain: 'globex.example', tag: 'a' },
				{ externalId: 'crm-globex', tag: 'b' },
			],
		);
		expect(pylon.sim.state.accounts.get(globex)?.tags).toEqual(['vip', 'a', 'b']);
	});

	test('after a write without an answer, the next item reads the record anew', async () => {
		const { tags } = pylon.sim.state.accounts.get(globex)!;
		pylon.sim.faults.add({
			kind: 'reset',
			processed: true,
			operationId: 'updateAccount',
			nth: [1],
		});
		const { items } = await run(
			{
				resource: 'account',
				operation: 'upsert',
				externalId: '={{ $json.externalId }}',
				domain: '={{ $json.domain }}',
				additionalFields: { tags: added('={{ $json.tag }}') },
			},
			[
				{ domain: 'globex.example', tag: 'a' },
				{ externalId: 'crm-globex', tag: 'b' },
			],
			{ continueOnFail: true },
		);
		expect(items.map((item) => errorOf(item) === undefined)).toEqual([false, true]);
		expect(pylon.sim.state.accounts.get(globex)?.tags).toEqual([...tags, 'a', 'b']);
	});
});

describe('merges onto the same record', () => {
	test('tags and custom fields of all merged accounts are kept', async () => {
		lateAnswers('searchAccounts');
		const { state } = pylon.sim;
		state.accounts.set(initech, { ...state.accounts.get(initech)!, tags: ['from-initech'] });
		state.accounts.set(initechDuplicate, {
			...state.accounts.get(initechDuplicate)!,
			tags: ['from-duplicate'],
		});
		const { error } = await run(
			{
				resource: 'account',
				operation: 'merge',
				accountId: byId(globex),
				mergeAccountIds: '={{ $json.id }}',
				options: { keepTagsAndCustomFields: true },
			},
			[{ id: initech }, { id: initechDuplicate }],
		);
		expect(error).toBeUndefined();
		expect(state.accounts.get(globex)?.tags).toEqual(
			expect.arrayContaining(['from-initech', 'from-duplicate']),
		);
	});

	test('feature requests: sent one after the other', async () => {
		pylon.sim.faults.add({ kind: 'delay', ms: 30, operationId: 'mergeFeatureRequests' });
		const [into, ...others] = [...pylon.sim.state.featureRequests.keys()];
		const { error } = await run(
			{
				resource: 'featureRequest',
				operation: 'merge',
				featureRequestId: byId(into),
				mergeFeatureRequestIds: '={{ $json.id }}',
			},
			others.slice(0, 2).map((id) => ({ id })),
		);
		expect(error).toBeUndefined();
		expect(pylon.sim.countOf('mergeFeatureRequests')).toBe(2);
		expect(pylon.sim.maxInFlight()).toBe(1);
	});
});
