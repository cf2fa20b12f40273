import { ready } from '../../../sandbox/pylon/router';
import { exitCode } from '../../../scripts/live/report';
import { withPylon } from '../../support/pylon';
import { runLive } from './support';
import { contents, SCRATCH, writesOn } from './writes';

const pylon = withPylon();
const { createScratch, tryWrites } = writesOn(pylon);

const STEPS = [
	'searchAccounts',
	'createContact',
	'getContact',
	'updateContact',
	'createIssue',
	'updateIssue',
	'getIssue',
	'createAttachment',
	'createIssueNote',
	'getIssueMessages',
	'snoozeIssue',
	'createAccount',
	'updateAccount',
	'getAccount',
	'mergeAccounts',
	'deleteIssue',
	'deleteContact',
	'deleteAccount',
];

const DELETES = STEPS.filter((step) => step.startsWith('delete'));
const MAKES = ['createContact', 'createIssue', 'createAccount'];

test('all is as assumed: each step once at least, nothing is left, and nobody was written to', async () => {
	const { run, isClean } = await tryWrites();
	expect(run.findings.filter(({ verdict }) => verdict !== 'as assumed')).toEqual([]);
	expect(run.leftBehind).toEqual([]);
	expect(run.kept).toBe("the file 'n8n-nodes-pylon-check.txt'");
	expect(isClean).toBe(true);
	expect(exitCode(run)).toBe(0);
	const asked = new Set(pylon.sim.requests.map(({ operationId }) => operationId));
	expect([...asked].sort()).toEqual([...STEPS].sort());
	const [issue] = pylon.sim.requests.filter(({ operationId }) => operationId === 'createIssue');
	expect(issue.body).not.toHaveProperty('destination_metadata');
});

test('within the scratch account alone: what is changed or removed was made by the check', async () => {
	await tryWrites();
	const made = new Set<string>();
	for (const { method, path, operationId, body } of pylon.sim.requests) {
		if (method === 'PATCH' || method === 'DELETE' || path.includes('/issues/'))
			made.add(path.split('/')[2]);
		if (operationId === 'mergeAccounts') {
			const { merge_into_account_id: stays, merge_account_ids: gone } = body as {
				merge_into_account_id: string;
				merge_account_ids: string[];
			};
			for (const id of [stays, ...gone]) made.add(id);
		}
	}
	const { accounts, contacts, issues } = contents(pylon.sim);
	expect([...accounts, ...contacts, ...issues].filter((id) => made.has(id))).toEqual([]);
	expect(made.size).toBe(4);
});

describe.each(STEPS)('%s goes wrong', (operationId) => {
	const isMake = MAKES.includes(operationId);
	const isDelete = DELETES.includes(operationId);

	test('it is refused: said, and the rest is removed', async () => {
		const { run, lines, isClean } = await tryWrites({ kind: 'status', status: 400, operationId });
		expect(lines).toMatch(/ 400 .*refused/);
		expect(exitCode(run)).toBe(1);
		expect(isClean).toBe(!isDelete);
		expect(run.leftBehind?.length).toBe(isDelete ? 1 : 0);
	});

	test('the answer is lost: said, with what may be there', async () => {
		const { run, lines, isClean } = await tryWrites({
			kind: 'reset',
			processed: true,
			operationId,
		});
		expect(lines).toContain('no answer: ECONNRESET');
		expect(exitCode(run)).toBe(1);
		if (isMake) {
			expect(isClean).toBe(false);
			expect(run.leftBehind?.[0]).toMatch(/^perhaps the \w+ 'n8n-nodes-pylon check \w+/);
		} else {
			expect(isClean).toBe(true);
		}
	});

	test('the answer is of another type: said, without its value', async () => {
		const { run, lines } = await tryWrites({ kind: 'data', operationId, value: 'SECRET' });
		expect(lines).toMatch(/ 200 .*differs: .*(data must be|unknown: data)/);
		expect(exitCode(run)).toBe(1);
		expect(lines + JSON.stringify(run)).not.toContain('SECRET');
	});
});

test.each(MAKES)(
	'%s is answered by a web page: said, with what may be there',
	async (operationId) => {
		const { run, lines } = await tryWrites({ kind: 'html', status: 200, operationId });
		expect(lines).toContain('differs: a web page instead of JSON');
		expect(run.leftBehind?.[0]).toMatch(/^perhaps the /);
		expect(exitCode(run)).toBe(1);
	},
);

/** Answered as if it had happened, but it did not: what is read back tells. */
const WITHOUT_EFFECT: Array<[string, string]> = [
	['updateContact', 'data.name is not as it was written'],
	['updateIssue', 'data.title is not as it was written'],
	['createIssueNote', 'data[].message_html has no message that is the note'],
	['snoozeIssue', 'data.snoozed_until_time is not as it was written'],
	['updateAccount', 'data.tags is not as it was written'],
	['mergeAccounts', 'the record is still there'],
];

test.each(WITHOUT_EFFECT)('%s answers well and does nothing', async (operationId, expected) => {
	const { run, lines, isClean } = await tryWrites({
		kind: 'status',
		status: 200,
		operationId,
		body: { data: { id: 'x' }, request_id: 'r' },
	});
	expect(lines).toContain(expected);
	expect(exitCode(run)).toBe(1);
	expect(isClean).toBe(true);
	expect(run.leftBehind).toEqual([]);
});

test.each(DELETES)('%s answers well and does nothing: it is told by name', async (operationId) => {
	const { run, lines, isClean } = await tryWrites({
		kind: 'status',
		status: 200,
		operationId,
		body: { data: {}, request_id: 'r' },
	});
	expect(lines).toContain('the record is still there');
	expect(run.leftBehind).toEqual([expect.stringContaining('n8n-nodes-pylon check')]);
	expect(isClean).toBe(false);
	expect(exitCode(run)).toBe(1);
});

test('a token that is taken back on the way: nothing more is tried, and what is left is told', async () => {
	const { run } = await tryWrites({
		kind: 'status',
		operationId: 'createIssue',
		status: 401,
		body: { errors: ['Gone'], request_id: 'r', code: 'invalid_api_token' },
	});
	expect(run.stopped).toMatch(/^Pylon does not know this API token/);
	// The one that the test itself made.
	expect(pylon.sim.countOf('createAccount')).toBe(1);
	expect(exitCode(run)).toBe(1);
});

test.each([0, 2])('with %d accounts of the name nothing is written', async (count) => {
	await ready;
	for (let made = 0; made < count; made++) await createScratch();
	const run = await runLive(pylon.sim, {}, ['--write', '--account', SCRATCH]);
	expect(run.output).toContain('so nothing was written');
	const { requests } = pylon.sim;
	expect(requests.filter(({ method }) => method === 'PATCH' || method === 'DELETE')).toEqual([]);
	expect(pylon.sim.countOf('createContact')).toBe(0);
	expect(run.code).toBe(1);
});

test('the command: reads, then writes, into one report', async () => {
	await createScratch();
	const run = await runLive(pylon.sim, {}, ['--write', '--account', SCRATCH]);
	expect(run.code).toBe(0);
	expect(run.json.findings).not.toEqual([]);
	expect(run.json.writes?.findings.length).toBeGreaterThan(STEPS.length);
	expect(run.output).toContain('Stays in Pylon, whose API cannot delete it: the file');
	expect(run.report).toContain('POST /accounts/merge');
	expect(run.report).not.toContain(SCRATCH);
	expect(run.report).toMatch(/^## Summary\n\n- http.*\n- Requests: 63, /m);
	expect(run.report).toContain('Stays in Pylon');
});
