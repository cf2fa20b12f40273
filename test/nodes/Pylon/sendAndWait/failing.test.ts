import { runWorkflow } from '../../../support/engine';
import { withPylon } from '../../../support/pylon';
import { notesIn } from '../../../support/waiting.notes';
import { withVirtualTime } from '../../shared/client/support/virtualTime';
import { ask, closeAll, issueId, workflowWith } from './support';

const pylon = withPylon();
withVirtualTime();
afterEach(async () => {
	await closeAll();
});

const noteFails = { kind: 'status', status: 503, operationId: 'createIssueNote' } as const;

test('Pylon is down when the question is written: nothing waits, and the run fails', async () => {
	pylon.sim.faults.add(noteFails);
	const { error, run } = await runWorkflow(workflowWith(pylon));
	expect(error?.message).toContain('503');
	expect(run.waitTill).toBeUndefined();
	expect(notesIn(pylon.sim, issueId)).toHaveLength(1);
});

test('Pylon is down, and the workflow may go on: an item with the error, for each of several', async () => {
	pylon.sim.faults.add({ kind: 'status', status: 503, operationId: 'getIssue' });
	const { outputs, run } = await runWorkflow(
		workflowWith(pylon, {
			inputs: [{ key: 'first' }, { key: 'second' }],
			onError: 'continueRegularOutput',
		}),
	);
	expect(run.waitTill).toBeUndefined();
	expect(outputs.Pylon[0].map(({ json, pairedItem }) => [Object.keys(json), pairedItem])).toEqual([
		[['error'], { item: 0 }],
		[['error'], { item: 1 }],
	]);
	expect(notesIn(pylon.sim, issueId)).toEqual([]);
});

test('an issue that is not there: nothing is written, and nothing waits', async () => {
	pylon.sim.state.issues.delete(issueId);
	const { error, run } = await runWorkflow(workflowWith(pylon));
	expect(error?.message).toContain("for 'Issue'");
	expect(run.waitTill).toBeUndefined();
	expect(notesIn(pylon.sim, issueId)).toEqual([]);
});

test.each([
	['Pylon is down', () => void pylon.sim.faults.add(noteFails), '503'],
	[
		'Pylon never answers',
		() => void pylon.sim.faults.add({ kind: 'never-answer', operationId: 'createIssueNote' }),
		'Pylon',
	],
	['the issue was deleted', () => void pylon.sim.state.issues.delete(issueId), 'not found'],
])(
	'%s when the follow-up is written: the workflow goes on, with a note',
	async (_, fail, words) => {
		const { links, call, resumed } = await ask(pylon);
		fail();
		const thanks = await call(links.Approve, { answer: 'approve' });
		expect(thanks.status).toBe(200);
		expect(thanks.body).toContain('it could not be added to the issue');
		const [{ json }] = resumed[0].outputs.Pylon[0];
		expect(json.data).toMatchObject({
			approved: true,
			followUpError: expect.stringContaining(words),
		});
		expect(JSON.stringify(json)).not.toContain(String(pylon.credentials.apiToken));
	},
);

test("the follow-up takes the proxy of 'Request Options', as the question does", async () => {
	const { workflow, links, call, resumed } = await ask(pylon);
	const [, { parameters }] = workflow.nodes;
	Object.assign(parameters!, { requestOptions: { proxy: 'http://127.0.0.1:1' } });
	await call(links.Approve, { answer: 'approve' });
	expect(resumed[0].outputs.Pylon[0][0].json.data).toMatchObject({
		followUpError: expect.stringContaining("'Proxy' cannot be used with a 'Base URL'"),
	});
});

test('an issue that was closed meanwhile: the answer counts, and is written into it', async () => {
	const { links, call, resumed } = await ask(pylon);
	const issue = pylon.sim.state.issues.get(issueId)!;
	pylon.sim.state.issues.set(issueId, { ...issue, state: 'closed' });
	await call(links.Approve, { answer: 'approve' });
	expect(resumed[0].outputs.Pylon[0][0].json.data).not.toHaveProperty('followUpError');
	expect(notesIn(pylon.sim, issueId)).toHaveLength(2);
});
