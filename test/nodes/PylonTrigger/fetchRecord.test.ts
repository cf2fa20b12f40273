import { seedIds, type Fault } from '../../../sandbox/pylon';
import { withTrigger } from './support/pylonCalls';

const bench = withTrigger();
const { listen, call, items, asked } = bench;
const issueId = seedIds.issues.globex;
const created = { event: 'issue_created', issue_id: issueId };

test.each([
	['issue', { issue_id: seedIds.issues.globex }, `GET /issues/${seedIds.issues.globex}`],
	['account', { account_id: seedIds.accounts.globex }, `GET /accounts/${seedIds.accounts.globex}`],
	['contact', { contact_id: seedIds.contacts.carla }, `GET /contacts/${seedIds.contacts.carla}`],
])('the %s comes out beside the payload', async (fetchRecord, payload, request) => {
	await listen({ fetchRecord });
	expect(await call(payload)).toMatchObject({ status: 200, body: 'Received' });
	expect(asked()).toEqual([request]);
	expect(items()).toMatchObject([{ body: payload, record: { id: Object.values(payload)[0] } }]);
	expect(items()[0].note).toBeUndefined();
});

test('by a field of its own, percent-encoded', async () => {
	await listen({ fetchRecord: 'issue', additionalOptions: { recordIdField: 'ticket.key' } });
	await call({ ticket: { key: 'a/b?c#d' } });
	expect(asked()).toEqual(['GET /issues/a%2Fb%3Fc%23d']);
});

test('a payload without its ID is answered 400, and Pylon is not asked', async () => {
	await listen({ fetchRecord: 'contact' });
	const answer = await call(created);
	expect(answer).toMatchObject({
		status: 400,
		body: { message: expect.stringContaining("no 'contact_id'. It is needed to fetch the record") },
	});
	expect([items(), asked()]).toEqual([[], []]);
});

test('Pylon is not asked for what does not matter', async () => {
	await listen({ fetchRecord: 'issue', events: ['issue_message'] });
	await call(created);
	await listen({
		fetchRecord: 'issue',
		conditions: { condition: [{ field: 'state', operator: 'equals', value: 'open' }] },
	});
	await call(created);
	await listen({ fetchRecord: 'issue' });
	await call(created);
	await call(created);
	expect(asked()).toEqual([`GET /issues/${issueId}`]);
});

describe('conditions on the record', () => {
	const condition = (value: string) => ({
		fetchRecord: 'issue',
		conditions: { condition: [{ field: 'record.state', operator: 'equals', value }] },
	});

	test('met', async () => {
		await listen(condition(bench.pylon.sim.state.issues.get(issueId)?.state ?? ''));
		await call(created);
		expect(items()).toHaveLength(1);
	});

	test('not met', async () => {
		await listen(condition('another_state'));
		expect(await call(created)).toMatchObject({
			status: 200,
			body: { message: expect.stringContaining('conditions') },
		});
		expect(items()).toEqual([]);
	});

	test('not known: the event is not lost', async () => {
		await listen(condition('another_state'));
		await call({ ...created, issue_id: 'unknown' });
		expect(items()).toMatchObject([
			{
				note: expect.stringContaining("the 'Conditions' that refer to it could not be checked"),
			},
		]);
	});

	const isHigh = { field: 'priority', operator: 'equals', value: 'high' };
	const isNew = { field: 'record.state', operator: 'equals', value: 'open' };
	const both = (conditionsMatch: string) => ({
		fetchRecord: 'issue',
		conditions: { condition: [isNew, isHigh] },
		additionalOptions: { conditionsMatch },
	});

	test.each(['run', 'answer503'])(
		'what the payload decides, it decides without the record (%s)',
		async (onFailure) => {
			await listen({ ...both('all'), onFailure });
			bench.pylon.sim.faults.add({ kind: 'status', status: 503 });
			expect(await call({ ...created, priority: 'low' })).toMatchObject({
				status: 200,
				body: { message: expect.stringContaining('conditions') },
			});
			expect([items(), asked()]).toEqual([[], []]);
		},
	);

	test.each([
		['all', 'high', true],
		['any', 'high', false],
		['any', 'low', true],
	])(
		'%s, priority %s: whether the note tells of conditions is %s',
		async (match, priority, isTold) => {
			await listen(both(match));
			await call({ ...created, priority, issue_id: 'unknown' });
			expect(items()).toHaveLength(1);
			expect(String(items()[0].note).includes("'Conditions'")).toBe(isTold);
		},
	);
});

describe('when Pylon does not answer', () => {
	test.each([
		[{ issue_id: 'unknown' }, {}, "Pylon has no record 'unknown' for 'Issue'"],
		[{ issue_id: issueId }, { apiToken: 'wrong' }, 'Pylon does not know this API token'],
		[{ issue_id: issueId }, { apiToken: '' }, "'API Token' of the Pylon credential cannot be used"],
		[
			{ issue_id: issueId },
			{ baseUrl: 'http://127.0.0.1:1' },
			'Nothing answers at http://127.0.0.1:1',
		],
	])(
		'the workflow runs with the payload alone, and a note: %j %j',
		async (payload, changes, words) => {
			await listen(
				{ fetchRecord: 'issue' },
				{ credentials: { ...bench.pylon.credentials, ...changes } },
			);
			expect(await call(payload)).toMatchObject({ status: 200 });
			expect(items()).toMatchObject([
				{
					body: payload,
					note: expect.stringContaining(`The issue could not be fetched: ${words}`),
				},
			]);
			expect(items()[0].record).toBeUndefined();
			expect(JSON.stringify(items())).not.toContain(bench.pylon.sim.tokens.us);
		},
	);

	test.each(['run', 'answer503'])(
		'and repeats the token, neither item nor log tells it: %s',
		async (onFailure) => {
			await listen({ fetchRecord: 'issue', onFailure });
			const { us: token } = bench.pylon.sim.tokens;
			bench.pylon.sim.faults.add({
				kind: 'status',
				status: 400,
				body: { errors: [`Cannot read: Bearer ${token}`], request_id: `r-${token}` },
			});
			await call(created);
			const told = JSON.stringify([items(), bench.listener.log]);
			expect(told).toContain('Cannot read: Bearer ***');
			expect(told).not.toContain(token);
		},
	);

	test.each([
		['issue', { issue_id: 'unknown' }, 'Pylon has no such issue'],
		['contact', { contact_id: 'unknown' }, 'Pylon has no such contact'],
	])(
		'with 503, a record that Pylon does not have is not said to be a matter of asking: %s',
		async (fetchRecord, payload, words) => {
			await listen({ fetchRecord, onFailure: 'answer503' });
			const { status, body } = await call(payload);
			expect({ status, body }).toEqual({
				status: 503,
				body: { message: expect.stringContaining(words) },
			});
			expect(JSON.stringify(body)).not.toContain('did not return the record');
			expect(items()).toEqual([]);
			expect(bench.listener.log).toMatchObject([
				{ level: 'warn', meta: { check: 'unknownRecord' } },
			]);
		},
	);

	test.each<Fault>([
		{ kind: 'html', status: 404 },
		{ kind: 'status', status: 404, body: { errors: ['Not a valid API URL!'] } },
	])('a 404 that is not about the record is no deleted record: %j', async (fault) => {
		await listen({ fetchRecord: 'issue', onFailure: 'answer503' });
		bench.pylon.sim.faults.add(fault);
		expect(await call(created)).toMatchObject({
			status: 503,
			body: { message: expect.stringContaining('did not return the record') },
		});
	});

	test('or the sender is answered 503, and its next try is no duplicate', async () => {
		await listen({ fetchRecord: 'issue', onFailure: 'answer503' });
		bench.pylon.sim.faults.add({ kind: 'status', status: 500, operationId: 'getIssue', nth: [1] });
		expect(await call(created)).toMatchObject({
			status: 503,
			body: { message: expect.stringContaining('Try again later') },
		});
		expect(items()).toEqual([]);
		expect(await call(created)).toMatchObject({ status: 200, body: 'Received' });
		expect(items()).toHaveLength(1);
		expect(bench.listener.log).toMatchObject([
			{ level: 'warn', meta: { check: 'unanswered', cause: expect.stringContaining('500') } },
		]);
	});
});

describe('deliveries of an event that can come again', () => {
	const updated = { event: 'issue_updated', issue_id: issueId };

	test('run again only when the record was changed', async () => {
		await listen({ fetchRecord: 'issue' });
		await call(updated);
		await call(updated);
		expect(items()).toHaveLength(1);
		const { state } = bench.pylon.sim;
		state.issues.set(issueId, {
			...state.issues.get(issueId)!,
			updated_at: '2026-11-21T12:00:00Z',
		});
		await call(updated);
		await call(updated);
		expect(items()).toHaveLength(2);
	});

	test('run each time when the record is not known', async () => {
		await listen({ fetchRecord: 'issue' });
		for (let n = 0; n < 2; n++) await call({ ...updated, issue_id: 'unknown' });
		expect(items()).toHaveLength(2);
	});
});
