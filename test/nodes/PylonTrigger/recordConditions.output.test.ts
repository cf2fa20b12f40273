import type { INodeProperties } from 'n8n-workflow';
import { PylonTrigger } from '../../../nodes/PylonTrigger/PylonTrigger.node';
import {
	bench,
	listen,
	call,
	items,
	asked,
	accounts,
	contacts,
	nora,
	team,
	users,
	issue,
	created,
	on,
	sendsIssue,
	record,
} from './support/recordConditions';

describe('a field that is not there', () => {
	const unset = () =>
		bench.pylon.sim.state.customFields
			.newestFirst()
			.find(({ object_type }) => object_type === 'issue')!.slug;

	test.each([
		['record.stat', "'record.stat' of 'Conditions' does not exist: an issue has no field 'stat'."],
		[
			'record.assignee.nmae',
			"'record.assignee.nmae' of 'Conditions' does not exist: a user has no field 'nmae'.",
		],
		[
			'record.custom_fields.nothing',
			"'record.custom_fields.nothing' of 'Conditions' does not exist: Pylon has no custom field 'nothing' for issues.",
		],
	])('is told in the answer and, once a minute, in the log: %s', async (field, note) => {
		await listen(on(field, 'equals', 'x'));
		sendsIssue();
		for (let n = 0; n < 3; n++) {
			expect(await call({ ...created, n })).toMatchObject({
				status: 200,
				body: { message: expect.stringContaining('does not meet'), note },
			});
		}
		expect(items()).toEqual([]);
		expect(bench.listener.log.filter(({ level }) => level === 'warn')).toMatchObject([
			{
				message: expect.stringContaining(note),
				meta: { check: 'conditions', nodeName: 'Pylon Trigger' },
			},
		]);
	});

	test('is told in the item, if the event runs all the same', async () => {
		await listen(on('record.stat', 'notEquals', 'x'));
		sendsIssue();
		await call(created);
		expect(items()).toMatchObject([
			{ note: expect.stringContaining("an issue has no field 'stat'") },
		]);
	});

	test('a custom field of the workspace that is unset is no value, and nothing to tell', async () => {
		await listen(on(`record.custom_fields.${unset()}`, 'equals', 'x'));
		sendsIssue({ custom_fields: {} });
		for (let n = 0; n < 3; n++)
			expect((await call({ ...created, n })).body).toEqual({
				message: expect.stringContaining('does not meet'),
			});
		expect(asked().filter((request) => request.startsWith('GET /custom-fields'))).toHaveLength(1);
	});

	test('when Pylon does not say which custom fields there are, an absent one is unset', async () => {
		await listen(on('record.custom_fields.nothing', 'equals', 'x'));
		sendsIssue();
		bench.pylon.sim.faults.add({ kind: 'status', status: 403, operationId: 'getCustomFields' });
		expect((await call(created)).body).toEqual({
			message: expect.stringContaining('does not meet'),
		});
	});

	test('in the payload: told as well, but not where a condition asks whether it is there', async () => {
		const condition = (operator: string) => ({
			conditions: { condition: [{ field: 'custom_fields.plan', operator, value: 'pro' }] },
		});
		const note =
			"The payload has no 'custom_fields.plan', which 'Conditions' uses: add it to the payload template of the Pylon trigger.";
		await listen(condition('equals'));
		expect((await call(created)).body).toMatchObject({ note });
		expect((await call({ ...created, custom_fields: { plan: null } })).body).not.toHaveProperty(
			'note',
		);
		await call({ ...created, custom_fields: { plan: { value: 'pro' } } });
		await call({ ...created, 'custom_fields.plan': 'pro' });
		expect(items()).toHaveLength(2);
		await listen(condition('notExists'));
		await call(created);
		expect(items()).toHaveLength(1);
		expect(items()[0].note).toBeUndefined();
	});
});

describe('how the record comes out', () => {
	const fetched = async (more: object) => {
		await listen({ fetchRecord: 'issue', ...more });
		sendsIssue();
		await call(created);
		return items()[0].record as Record<string, unknown>;
	};

	test('simplified, as from the Pylon node, when nothing is set', async () => {
		expect(await fetched({})).toMatchObject({
			id: issue.id,
			account_id: accounts.globex,
			requester_id: contacts.carla,
			custom_fields: {
				'account.hubspot.tier': 'gold',
				question_type: ['bug', 'billing'],
				plan: 'pro',
			},
		});
	});

	test('raw, as Pylon sends it', async () => {
		expect(await fetched({ output: 'raw' })).toEqual(issue);
	});

	test('selected fields, of either form', async () => {
		const fields =
			'number, account_id, updated_at, team, custom_fields.account.hubspot.tier, custom_fields.none, nothing';
		expect(await fetched({ output: 'selected', selectedFields: fields })).toEqual({
			id: issue.id,
			number: 101,
			account_id: accounts.globex,
			updated_at: issue.updated_at,
			team: { id: team },
			'custom_fields.account.hubspot.tier': 'gold',
			'custom_fields.none': null,
			nothing: null,
		});
	});

	test('with names', async () => {
		const { name, email } = record('contacts', contacts.carla);
		expect(await fetched({ output: 'raw', addNames: true })).toMatchObject({
			requester: { id: contacts.carla, name, email, type: 'contact' },
			assignee: { id: nora, name: record('users', nora).name, email: record('users', nora).email },
			account: { id: accounts.globex, external_ids: null, name: 'Globex' },
			team: { id: team, name: record('teams', team).name },
		});
		expect(asked()).toHaveLength(5);
		await call({ ...created, again: true });
		expect(asked()).toHaveLength(6);
	});

	test.each([contacts.carla, nora])(
		'with names in the simplified form, of a requester who is customer or colleague',
		async (id) => {
			await listen({ fetchRecord: 'issue', addNames: true });
			sendsIssue({ requester: { id } });
			await call(created);
			expect(items()).toMatchObject([
				{
					record: {
						requester_id: id,
						requester_name: record(id === nora ? 'users' : 'contacts', id).name,
						requester_email: record(id === nora ? 'users' : 'contacts', id).email,
						assignee_name: record('users', nora).name,
						account_name: 'Globex',
						team_name: record('teams', team).name,
					},
				},
			]);
		},
	);

	test('names take as many requests as the description says, at most', async () => {
		await listen({ fetchRecord: 'issue', addNames: true });
		// A colleague is looked for among the contacts first.
		sendsIssue({ requester: { id: users.omar } });
		await call(created);
		expect(asked()).toHaveLength(1 + 5);
		const { properties } = new PylonTrigger().description;
		const { description } = properties.find(({ name }) => name === 'addNames') as INodeProperties;
		expect(description).toContain('up to five more requests');
	});

	test('without names that cannot be asked for, and with a note', async () => {
		bench.pylon.sim.faults.add({ kind: 'status', status: 500, operationId: 'getTeam' });
		expect(await fetched({ output: 'raw', addNames: true })).toEqual(issue);
		expect(items()[0].note).toContain('Names could not be added: ');
	});

	test('whoever is not there has no name', async () => {
		const nobody = { ...issue, requester: null, assignee: null, team: null, account: null };
		await listen({ fetchRecord: 'issue', output: 'raw', addNames: true });
		bench.pylon.sim.faults.add({ kind: 'data', operationId: 'getIssue', value: nobody });
		await call(created);
		expect(items()[0].record).toEqual(nobody);
		expect(asked()).toHaveLength(1);
	});
});
