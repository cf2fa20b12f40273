import assert from 'node:assert/strict';
import type { SavedWorkflow } from '../../../sandbox/n8n/api';
import { eventually } from '../../../sandbox/n8n/eventually';
import { seedIds } from '../../../sandbox/pylon';
import { linksIn, notesIn } from '../../support/waiting.notes';
import { NotApplicable, type Check, type N8nUnderTest } from '../check';
import { by, type Json, pylonNode, run, save, START, type Node, wordsOf } from '../support/flow';

const { first: issueId } = seedIds.issues;
const DEADLINE_MS = 30_000;

const question = (n8n: N8nUnderTest, more: Json = {}): Node =>
	pylonNode(n8n, 'pylon', {
		resource: 'issue',
		operation: 'sendAndWait',
		issueId: by('id', issueId),
		message: 'May we?',
		...more,
	});

const until = async <T>(what: string, ask: () => Promise<T | undefined>): Promise<T> =>
	await eventually(what, ask, DEADLINE_MS);

/** Runs a workflow until it waits. */
async function asked(
	{ api, pylon }: N8nUnderTest,
	workflow: SavedWorkflow,
): Promise<{ executionId: string; links: Record<string, string> }> {
	const executionId = await api.runManually(workflow, START.name);
	await until('the execution to wait', async () => {
		const all = await api.executions(workflow.id);
		const status = all.find(({ id }) => id === executionId)?.status;
		if (status === 'error') throw new Error(JSON.stringify(await api.executionResult(executionId)));
		return status === 'waiting' || undefined;
	});
	return { executionId, links: linksIn(notesIn(pylon, issueId)[0]) };
}

/** Sends what the page would send. */
async function answer(link: string, form: Record<string, string>): Promise<number> {
	const body = new FormData();
	for (const [name, value] of Object.entries(form)) body.append(name, value);
	const response = await fetch(link, { method: 'POST', body });
	await response.arrayBuffer();
	return response.status;
}

async function isAnswered(
	n8n: N8nUnderTest,
	parameters: Json,
	[choice, form]: [string, Record<string, string>],
): Promise<unknown> {
	const workflow = await save(n8n, [START, question(n8n, parameters)], { items: [{ key: 'A' }] });
	const { executionId, links } = await asked(n8n, workflow);
	const page = await fetch(links[choice]);
	assert.equal(page.status, 200);
	assert.match(await page.text(), /May we\?/);
	const changed = new URL(links[choice]);
	changed.searchParams.set('choice', 'other');
	assert.equal(await answer(String(changed), form), 401, 'A changed link was not refused.');
	assert.equal(await answer(links[choice], form), 200);
	await n8n.api.finished(workflow.id, executionId);
	const { runData } = await n8n.api.executionResult(executionId);
	const [[item]] = (runData.Pylon.at(-1)?.data?.main ?? [[]]) as Array<
		Array<{ json: Json; pairedItem: unknown }>
	>;
	assert.equal(item.json.key, 'A');
	assert.deepEqual(item.pairedItem, { item: 0 });
	assert.equal(notesIn(n8n.pylon, issueId).length, 2);
	return item.json.data;
}

export const waiting: Check[] = [
	{
		id: 'w1',
		title:
			'Issue: Send and Wait for Response, approved on the page, linked; a changed link is refused',
		async run(n8n) {
			const data = await isAnswered(n8n, {}, ['Approve', { answer: 'approve', reason: 'Good' }]);
			assert.deepEqual(data, {
				approved: true,
				reason: 'Good',
				answeredAt: (data as Json).answeredAt,
			});
		},
	},
	{
		id: 'w2',
		title: 'Issue: Send and Wait for Response, a form',
		async run(n8n) {
			const formFields = { values: [{ fieldLabel: 'Amount', fieldType: 'number' }] };
			const data = await isAnswered(n8n, { responseType: 'customForm', formFields }, [
				'Respond',
				{ 'field-0': '12.5' },
			]);
			assert.deepEqual((data as Json).form, { Amount: 12.5 });
		},
	},
	{
		id: 'w3',
		title:
			"Issue: Send and Wait for Response, 'Fail' when nobody answers: works, or is refused with an explanation",
		async run(n8n) {
			const options = {
				onTimeout: 'fail',
				limitWaitTime: { values: { resumeAmount: 1, resumeUnit: 'hours' } },
			};
			const ask = question(n8n, { options });
			if (/^2\.(4[1-9]|[5-9]\d)\./.test(n8n.n8nVersion)) {
				const { links } = await asked(n8n, await save(n8n, [START, ask]));
				assert.equal(await answer(links.Approve, { answer: 'approve' }), 200);
				return;
			}
			const { error } = await run(n8n, [START, ask]);
			assert.match(
				String(error && wordsOf(error)),
				/'If Nobody Answers' cannot be 'Fail' in this n8n/,
			);
			assert.equal(notesIn(n8n.pylon, issueId).length, 0);
		},
	},
	{
		id: 'w4',
		title: 'Human review of tool calls: n8n offers the Pylon node',
		async run({ api, n8nVersion }) {
			const types = (await (await api.rest.fetch('/types/nodes.json')).json()) as Array<{
				name: string;
			}>;
			const isThere = types.some(({ name }) => name === 'n8n-nodes-pylon.pylonHitlTool');
			if (!isThere && !types.some(({ name }) => name.endsWith('HitlTool')))
				throw new NotApplicable(`n8n ${n8nVersion} has no human review`);
			assert.ok(isThere);
		},
	},
];
