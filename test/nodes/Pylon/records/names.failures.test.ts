import type { INodeParameters } from 'n8n-workflow';
import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { errorOf } from '../../shared/client/support/run';
import { pylon, run, jsonOf, getIssue } from './support/names';

const { issues, contacts, users, accounts } = seedIds;

describe('a look-up that fails', () => {
	const forbid = (operationId: string) =>
		pylon.sim.faults.add({ kind: 'status', status: 403, operationId });

	test('reading: the item fails, and says what for', async () => {
		forbid('getUsers');
		const { items, error } = await run(getIssue(), [{ id: issues.globex }, { id: issues.initech }]);
		expect(items).toEqual([]);
		expect(error).toMatchObject({
			message: expect.stringContaining('read users'),
			description: expect.stringContaining("Without 'Add Names'"),
			context: { itemIndex: 0 },
		});
	});

	test('continuing on failure: each item that needed it, with its own index; those that did not come out', async () => {
		forbid('getUsers');
		const bare = { ...pylon.sim.state.issues.get(issues.first)!, assignee_id: null };
		pylon.sim.state.issues.set(issues.first, bare);
		const { items } = await run(
			getIssue(),
			[{ id: issues.globex }, { id: issues.first }, { id: 'nope' }],
			{ continueOnFail: true },
		);
		expect(items.map((item) => [errorOf(item)?.status, item.pairedItem])).toEqual([
			[403, { item: 0 }],
			[undefined, { item: 1 }],
			[404, { item: 2 }],
		]);
		expect(items[1].json).toMatchObject({ id: issues.first, requester_name: expect.any(String) });
	});

	const written: Array<[string, INodeParameters]> = [
		[
			'issue create',
			{
				resource: 'issue',
				operation: 'create',
				title: 'A',
				message: 'A',
				requesterId: byId(contacts.carla),
				additionalFields: { assigneeId: byId(users.nora) },
			},
		],
		[
			'issue update',
			{
				resource: 'issue',
				operation: 'update',
				issueId: byId(issues.globex),
				updateFields: { assigneeId: byId(users.nora) },
			},
		],
		[
			'issue snooze',
			{
				resource: 'issue',
				operation: 'snooze',
				issueId: byId(issues.globex),
				snoozeUntil: '2099-12-31T09:00:00Z',
			},
		],
		[
			'account update',
			{
				resource: 'account',
				operation: 'update',
				accountId: byId(accounts.globex),
				updateFields: { name: 'G' },
			},
		],
		['account upsert', { resource: 'account', operation: 'upsert', domain: 'globex.example' }],
	];

	test.each(
		written.flatMap(([name, parameters]) =>
			['simplified', 'raw', 'selected'].map((output): [string, string, INodeParameters] => [
				name,
				output,
				{ ...parameters, output, selectedFields: 'id' },
			]),
		),
	)(
		'%s, %s: what is written is told, and why there are no names',
		async (_, output, parameters) => {
			forbid('getUsers');
			const [record] = await jsonOf(parameters);
			expect(record).toMatchObject({
				id: expect.any(String),
				names_error: expect.stringMatching(/read users.*\./),
			});
			const role = parameters.resource === 'issue' ? 'assignee' : 'owner';
			if (output === 'simplified') expect(record[`${role}_name`]).toBeNull();
			if (output === 'raw')
				expect(record).toMatchObject({
					[role]: { id: expect.any(String), name: null, email: null },
				});
		},
	);

	test('what was found is there all the same', async () => {
		forbid('getUsers');
		const [issue] = await jsonOf({
			resource: 'issue',
			operation: 'update',
			issueId: byId(issues.globex),
			updateFields: { assigneeId: byId(users.nora) },
		});
		expect(issue).toMatchObject({
			requester_name: expect.any(String),
			assignee_name: null,
			names_error: expect.any(String),
		});
	});

	test('no names_error where nothing failed', async () => {
		const [issue] = await jsonOf({
			resource: 'issue',
			operation: 'update',
			issueId: byId(issues.globex),
			updateFields: { assigneeId: byId(users.nora) },
		});
		expect(issue).not.toHaveProperty('names_error');
		expect(issue).toMatchObject({ assignee_name: 'Nora Keller' });
	});
});
