import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { addIssues } from '../../../sandbox/pylon';
import { createIssue } from '../../support/createIssue';
import type { Check, N8nUnderTest } from '../check';
import { type Json, pylonNode, runStored, save } from '../support/flow';

const TRIGGER = 'Pylon Polling Trigger';

/** n8n allows each schedule of a trigger once a minute; several of them poll every ten seconds. */
const often = {
	item: [0, 10, 20, 30, 40, 50].map((second) => ({
		mode: 'custom',
		cronExpression: `${second} * * * * *`,
	})),
};

/** n8n polls as soon as the workflow is published, or up to a minute later. */
const DEADLINE_MS = 90_000;

const stored = async (n8n: N8nUnderTest, parameters: Json) =>
	await save(n8n, [
		pylonNode(
			n8n,
			'pylonPollingTrigger',
			{ event: 'issue_created', pollTimes: often, ...parameters },
			{ name: TRIGGER },
		),
		{ name: 'End', type: 'n8n-nodes-base.noOp' },
	]);

/** Waits until the trigger has asked Pylon that many times more. */
async function polls({ pylon }: N8nUnderTest, more: number): Promise<void> {
	const wanted = pylon.countOf('searchIssues') + more;
	const deadline = Date.now() + DEADLINE_MS;
	while (pylon.countOf('searchIssues') < wanted) {
		if (Date.now() > deadline)
			throw new Error(`The trigger did not poll ${more} times within ${DEADLINE_MS / 1000} s.`);
		await delay(100);
	}
}

/** Runs the trigger by hand, as "Execute workflow" does. */
async function manually(n8n: N8nUnderTest, parameters: Json): Promise<string[]> {
	const workflow = await stored(n8n, parameters);
	const { error, runData } = await runStored(n8n, workflow, TRIGGER);
	assert.equal(error?.message, undefined);
	return (runData[TRIGGER][0].data?.main[0] ?? []).map(
		({ json }) => (json.issue as { title: string }).title,
	);
}

export const polling: Check[] = [
	{
		id: 'h1',
		title: 'Polling: a new issue starts the published workflow once, and not again in later polls',
		async run(n8n) {
			const workflow = await stored(n8n, {});
			await n8n.api.publishWorkflow(workflow);
			n8n.after(async () => await n8n.api.unpublishWorkflow(workflow));
			await polls(n8n, n8n.pylon.countOf('searchIssues') > 0 ? 0 : 1);
			const id = await createIssue(n8n.pylon, 'New since the workflow was published');
			const execution = await n8n.api.nextExecution(workflow.id, [], 90_000);
			assert.equal(execution.status, 'success');
			const { runData } = await n8n.api.executionResult(execution.id);
			const items = runData[TRIGGER][0].data?.main[0] ?? [];
			assert.deepEqual(
				items.map(({ json }) => [json.event, (json.issue as { id: string }).id]),
				[['issue_created', id]],
			);
			await polls(n8n, 3);
			assert.equal((await n8n.api.executions(workflow.id)).length, 1);
		},
	},
	{
		id: 'h2',
		title: 'Polling: a test in the editor shows the latest issues',
		async run(n8n) {
			addIssues(n8n.pylon.state, 3);
			assert.ok((await manually(n8n, {})).length > 0);
		},
	},
	{
		id: 'h3',
		title: 'Polling with a condition: only matching issues',
		async run(n8n) {
			await createIssue(n8n.pylon, 'About a haiku');
			await createIssue(n8n.pylon, 'About a sonnet');
			const condition = { field: 'title', operator: 'string_contains', value: 'haiku' };
			assert.deepEqual(await manually(n8n, { conditions: { condition: [condition] } }), [
				'About a haiku',
			]);
		},
	},
];
