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
	issue,
	created,
	on,
	sendsIssue,
	record,
} from './support/recordConditions';

describe('conditions on the record', () => {
	test.each([
		['record.custom_fields.account.hubspot.tier', 'gold'],
		['record.custom_fields.account.hubspot.tier.value', 'gold'],
		['record.custom_fields.question_type', 'billing'],
		['record.custom_fields.question_type.values', 'bug'],
		['record.custom_fields.plan', 'PRO'],
		['record.account_id', accounts.globex],
		['record.account.id', accounts.globex],
		['record.account.name', 'globex'],
		['record.account_name', 'Globex'],
	])('%s equals %s: runs, and does not with another value', async (field, value) => {
		await listen(on(field, 'equals', value));
		sendsIssue();
		await call(created);
		expect(items()).toMatchObject([{ record: { id: issue.id } }]);
		expect(items()[0].note).toBeUndefined();
		await listen(on(field, 'notEquals', value));
		const { status, body } = await call({ ...created, again: true });
		expect({ status, body }).toEqual({
			status: 200,
			body: { message: expect.stringContaining("does not meet the node's conditions") },
		});
		expect(items()).toEqual([]);
	});

	test('people and the team are looked up, each once for many events', async () => {
		sendsIssue();
		for (const [field, collection, id] of [
			['requester', 'contacts', contacts.carla],
			['assignee', 'users', nora],
			['team', 'teams', team],
		] as const) {
			for (const key of collection === 'teams' ? ['name'] : ['name', 'email']) {
				for (const separator of ['.', '_']) {
					bench.pylon.sim.resetLog();
					await listen(
						on(`record.${field}${separator}${key}`, 'equals', record(collection, id)[key]),
					);
					for (const time of [1, 2]) await call({ ...created, field, separator, key, time });
					expect([field, key, items().length]).toEqual([field, key, 2]);
					expect(
						asked().filter((request) => !request.startsWith('GET /issues/')).length,
					).toBeLessThan(2);
				}
			}
		}
	});

	test('a requester who is a colleague is found among the users', async () => {
		await listen(on('record.requester.email', 'equals', record('users', nora).email));
		sendsIssue({ requester: { id: nora } });
		await call(created);
		expect(items()).toHaveLength(1);
		expect(asked()).toEqual([
			`GET /issues/${issue.id}`,
			`GET /contacts/${nora}`,
			`GET /users/${nora}`,
		]);
	});

	test.each([{ requester: null }, { requester: { id: '5f1c0a7e-0000-4000-8000-00000000dead' } }])(
		'nobody is no value, and nothing to tell: %j',
		async (changes) => {
			await listen(on('record.requester.email', 'equals', 'a@b.example'));
			sendsIssue(changes);
			const { body } = await call(created);
			expect(body).toEqual({
				message: expect.stringContaining("does not meet the node's conditions"),
			});
			expect(bench.listener.log.filter(({ level }) => level === 'warn')).toEqual([]);
			await listen(on('record.requester.email', 'notExists', ''));
			await call(created);
			expect(items()).toHaveLength(1);
		},
	);

	test('what the record itself decides costs no look-up', async () => {
		const condition = [
			{ field: 'record.requester.email', operator: 'equals', value: 'a@b.example' },
			{ field: 'record.state', operator: 'equals', value: 'new' },
		];
		await listen({ fetchRecord: 'issue', conditions: { condition } });
		sendsIssue();
		await call(created);
		expect(asked()).toEqual([`GET /issues/${issue.id}`]);
		expect(items()).toEqual([]);
	});

	test.each(['run', 'answer503'])(
		'a person who cannot be looked up costs no event (%s)',
		async (onFailure) => {
			await listen(on('record.requester.email', 'equals', 'a@b.example', { onFailure }));
			sendsIssue();
			bench.pylon.sim.faults.add({ kind: 'status', status: 500, operationId: 'getContact' });
			const { status, body } = await call(created);
			if (onFailure === 'answer503') {
				expect({ status, body, items: items() }).toEqual({
					status: 503,
					body: { message: expect.stringContaining('Try again later') },
					items: [],
				});
				expect(bench.listener.log).toMatchObject([
					{
						meta: {
							check: 'unanswered',
							cause: expect.stringContaining("'record.requester.email' could not be looked up"),
						},
					},
				]);
			} else {
				expect(items()).toMatchObject([
					{ note: expect.stringContaining("'record.requester.email' could not be looked up") },
				]);
				expect(items()[0].note).toContain("the 'Conditions' that refer to it could not be checked");
			}
		},
	);
});
