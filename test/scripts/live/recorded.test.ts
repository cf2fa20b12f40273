import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareWithRecording } from '../../../scripts/live/recorded';
import { withPylon } from '../../support/pylon';
import { runLive } from './support';

const pylon = withPylon();

const recording = (name: string) =>
	JSON.parse(readFileSync(join(__dirname, '../../fixtures/recorded', `${name}.json`), 'utf8')) as {
		data: Array<Record<string, unknown>>;
	};

const RECORDED: Array<[string, string]> = [
	['searchIssues', 'issues-search'],
	['getAccounts', 'accounts'],
	['getIssueStatuses', 'issue-statuses'],
];

test.each(RECORDED)('%s: the recorded answer is like itself', (operationId, name) => {
	expect(compareWithRecording(operationId, recording(name))).toEqual({
		recording: name,
		otherTypes: [],
		notRecorded: [],
		notSeen: [],
	});
});

test('what is not alike, by the names of fields', () => {
	const body = recording('accounts');
	const [account] = body.data;
	account.name = 17;
	account.shade = { tone: 'SECRET' };
	account['ada@example.com'] = 1;
	for (const one of body.data) delete one.logo_url;
	expect(compareWithRecording('getAccounts', body)).toEqual({
		recording: 'accounts',
		otherTypes: ['data[].name was recorded as string, is number'],
		notRecorded: ['data[].shade', 'data[].(odd name)'],
		notSeen: ['data[].logo_url'],
	});
});

test('null, where the recording has a value, is told by nothing: records differ', () => {
	const body = recording('accounts');
	for (const one of body.data) one.owner = null;
	expect(compareWithRecording('getAccounts', body)?.otherTypes).toEqual([]);
});

test('what nobody recorded is not compared', () => {
	expect(compareWithRecording('getTeams', { data: [] })).toBeUndefined();
});

test('the command compares, asks for enough records, and says what it found', async () => {
	const run = await runLive(pylon.sim);
	for (const [operationId, name] of RECORDED) {
		expect(run.output).toMatch(
			new RegExp(`^Compared with the recording ${name}: 0 fields of another type`, 'm'),
		);
		expect(pylon.sim.countOf(operationId)).toBe(1);
	}
	const search = pylon.sim.requests.find((one) => one.operationId === 'searchIssues');
	expect(search?.body).toEqual({ limit: 25 });
	expect(run.code).toBe(0);
});

test('another type than recorded is a difference, in the report too, and no value is in it', async () => {
	const { data } = recording('issue-statuses');
	pylon.sim.faults.add({
		kind: 'data',
		operationId: 'getIssueStatuses',
		value: data.map((one) => ({ ...one, label: { en: 'SECRET' } })),
	});
	const run = await runLive(pylon.sim);
	const said = 'data[].label was recorded as string, is object';
	expect(run.output).toContain(said);
	expect(run.report).toMatch(/^## Differences$/m);
	expect(run.report).toContain(said);
	expect(run.report + run.file).not.toContain('SECRET');
	expect(run.code).toBe(1);
});
