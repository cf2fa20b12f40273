import type { SavedWorkflow, WorkflowNode } from '../../../sandbox/n8n/api';
import { eventually } from '../../../sandbox/n8n/eventually';
import type { Sandbox } from '../../../sandbox/n8n/sandbox';
import { seedIds } from '../../../sandbox/pylon';
import { linksIn } from '../../support/waiting.notes';
import { inARow, nodeOf, START, startNode, store } from './workflows';

/** The issue that the questions are asked in. */
export const issueId = seedIds.issues.first;

/**
 * Makes the Pylon node that asks in an issue.
 *
 * @param sandbox whose credential it has
 * @param parameters that differ from the usual ones
 * @returns the node "Ask"
 */
export const asking = (sandbox: Sandbox, parameters: Record<string, unknown> = {}): WorkflowNode =>
	nodeOf(sandbox, 'Ask', 'n8n-nodes-pylon.pylon', {
		resource: 'issue',
		operation: 'sendAndWait',
		issueId: { __rl: true, mode: 'id', value: issueId },
		message: 'May we refund 12 €?',
		...parameters,
	});

/**
 * Makes a manual trigger, and a Set node that makes an item.
 *
 * @param sandbox in which they run
 * @param json the item's JSON, as text
 * @returns the nodes; the second is called "Make"
 */
export const givenItem = (sandbox: Sandbox, json: string): WorkflowNode[] => [
	startNode(sandbox),
	nodeOf(
		sandbox,
		'Make',
		'n8n-nodes-base.set',
		{ mode: 'raw', jsonOutput: json },
		{ typeVersion: 3.4 },
	),
];

/**
 * Stores a workflow: Manual Trigger, a node that makes an item, the question.
 *
 * @param sandbox where it is stored
 * @param name of the workflow
 * @param parameters of the question that differ from the usual ones
 * @returns the workflow, not published
 */
export async function askingWorkflow(
	sandbox: Sandbox,
	name: string,
	parameters: Record<string, unknown> = {},
): Promise<SavedWorkflow> {
	const nodes = [
		...givenItem(sandbox, '{ "order": "A-7", "data": { "approved": true } }'),
		asking(sandbox, parameters),
	];
	return await store(sandbox, name, nodes, inARow(nodes));
}

/**
 * @param sandbox whose simulated Pylon is read
 * @param id of the issue
 * @returns HTML of its internal notes, the oldest first
 */
export const notesOf = ({ pylon }: Sandbox, id = issueId): string[] =>
	[...pylon.state.messages.newestFirst()]
		.reverse()
		.filter((message) => message.issue_id === id && message.is_private)
		.map((message) => message.message_html ?? '');

/** An execution that waits for an answer. */
export interface Waiting {
	workflow: SavedWorkflow;
	executionId: string;
	note: string;
	links: Record<string, string>;
}

/**
 * Waits until the execution has asked another question than those before.
 *
 * @param sandbox in which it runs
 * @param workflow that runs
 * @param executionId of the execution
 * @param notesBefore how many notes the issue had before
 * @returns the question, with its links by their texts
 * @throws Error when the execution ends, or does not ask in time
 */
export async function nextQuestion(
	sandbox: Sandbox,
	workflow: SavedWorkflow,
	executionId: string,
	notesBefore: number,
): Promise<Waiting> {
	await eventually('the execution to wait', async () => {
		const all = await sandbox.api.executions(workflow.id);
		const status = all.find(({ id }) => id === executionId)?.status;
		if (status === 'error' || status === 'success')
			throw new Error(
				`It does not wait: ${JSON.stringify(await sandbox.api.executionResult(executionId))}`,
			);
		return status === 'waiting' && notesOf(sandbox).length > notesBefore ? true : undefined;
	});
	const note = notesOf(sandbox)[notesBefore];
	return { workflow, executionId, note, links: linksIn(note) };
}

/**
 * Runs a workflow until it waits.
 *
 * @param sandbox in which it runs
 * @param workflow that asks
 * @returns its first question
 */
export async function askIn(sandbox: Sandbox, workflow: SavedWorkflow): Promise<Waiting> {
	const before = notesOf(sandbox).length;
	const executionId = await sandbox.api.runManually(workflow, START);
	return await nextQuestion(sandbox, workflow, executionId, before);
}

/**
 * Sends what the page of a question would send.
 *
 * @param link of the question
 * @param form fields of the page; one with a list is sent once for each entry
 * @returns the response, whatever its status
 */
export const answer = async (
	link: string,
	form: Record<string, string | string[]>,
): Promise<{ status: number; text: string; headers: Headers }> => {
	const body = new FormData();
	for (const [name, values] of Object.entries(form))
		for (const value of [values].flat()) body.append(name, value);
	const response = await fetch(link, { method: 'POST', body });
	return { status: response.status, text: await response.text(), headers: response.headers };
};

/**
 * Waits for the end of an execution.
 *
 * @param sandbox in which it runs
 * @param waiting the execution
 * @param node name of the node whose items are wanted
 * @param deadlineMs how long it may take, in milliseconds; n8n's usual time when undefined
 * @returns the node's items of its last run (`items`) and of each (`runs`), and how the execution ended
 */
export async function outputOf(
	{ api }: Sandbox,
	{ workflow, executionId }: Pick<Waiting, 'workflow' | 'executionId'>,
	node: string,
	deadlineMs?: number,
) {
	const { status } = await api.finished(workflow.id, executionId, deadlineMs);
	const { runData, error } = await api.executionResult(executionId);
	const items = (runData[node] ?? []).map(({ data }) =>
		(data?.main[0] ?? []).map(({ json }) => json),
	);
	return { status, error, runs: items, items: items.at(-1) ?? [], runData };
}
