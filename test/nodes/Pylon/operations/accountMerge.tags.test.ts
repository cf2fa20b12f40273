import type { IDataObject } from 'n8n-workflow';

import { takeOverOf } from '../../../../nodes/Pylon/operations/account/merge/takeOver';
import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';
import { runPylon } from '../../shared/client/support/run';

const pylon = withPylon({ checkReplies: true });
const { globex, initech } = seedIds.accounts;

const merge = async (mergeAccountIds: string[], dryRun = false) =>
	await runPylon(pylon.credentials, {
		resource: 'account',
		operation: 'merge',
		accountId: byId(globex),
		mergeAccountIds,
		dryRun,
		options: { keepTagsAndCustomFields: true },
	});

const change = (id: string, changes: IDataObject) => {
	const { accounts } = pylon.sim.state;
	accounts.set(id, { ...accounts.get(id)!, ...changes } as never);
};

test('tags in other capitals are not copied again, and a value beside an empty list is one', async () => {
	change(globex, { tags: ['VIP', 'Old', 'old'], custom_fields: {} });
	change(initech, {
		tags: ['vip', 'New', 'NEW'],
		custom_fields: {
			plan: { value: 'team', values: [] },
			products: { value: '', values: ['desk'] },
		},
	});
	const { error } = await merge([initech]);
	expect(error).toBeUndefined();
	expect(pylon.sim.requests.find(({ method }) => method === 'PATCH')?.body).toEqual({
		tags: ['VIP', 'Old', 'old', 'New'],
		custom_fields: [
			{ slug: 'plan', value: 'team' },
			{ slug: 'products', values: ['desk'] },
		],
	});
});

test.each([
	[['portal', 'desk'], []],
	[['portal'], [{ slug: 'products', values: ['portal'] }]],
])('several values in another order are the same: %j', (values, fields) => {
	const account = (id: string, own: string[]) => ({
		id,
		custom_fields: { products: { value: '', values: own } },
	});
	const { lost } = takeOverOf(account('kept', ['desk', 'portal']), [account('merged', values)]);
	expect(lost.get('merged')).toEqual({ tags: [], fields });
});

test.each([false, true])(
	'an account by its ID in capitals is itself (dry run: %s)',
	async (dryRun) => {
		const { error } = await merge([globex.toUpperCase()], dryRun);
		expect(error?.message).toBe(
			"The account of 'Merge Into' is among 'Accounts to Merge Names or IDs'",
		);
		expect(pylon.sim.requests).toEqual([]);
	},
);
