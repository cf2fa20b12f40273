import type { Execution, ExecutionResult, N8nApi } from '../../../sandbox/n8n/api';
import { itemsOf, until } from '../../queue/support/executions';

const PAGE = 100;
const POLL_MS = 1000;
const UNFINISHED: Array<Execution['status']> = ['new', 'running', 'waiting'];

interface Page {
	results: Execution[];
	nextCursor: string | null;
}

/** All executions of a workflow, the newest first. */
async function executions(api: N8nApi, workflowId: string): Promise<Execution[]> {
	const query = { filter: JSON.stringify({ workflowId }), limit: String(PAGE) };
	const all: Execution[] = [];
	for (let cursor: string | null | undefined; cursor !== null;) {
		const page: Page = await api.rest.call('GET', '/executions', undefined, {
			...query,
			...(cursor === undefined ? {} : { cursor }),
		});
		all.push(...page.results);
		cursor = page.nextCursor;
	}
	return all;
}

/**
 * Waits until a workflow has a number of executions and none of them is under way.
 *
 * @param api of the n8n
 * @param workflowId of a stored workflow
 * @param count how many executions it has at least
 */
export async function ended(api: N8nApi, workflowId: string, count: number): Promise<void> {
	await until(
		`${count} executions to end`,
		async () => {
			const all = await executions(api, workflowId);
			return all.length >= count && !all.some(({ status }) => UNFINISHED.includes(status));
		},
		undefined,
		POLL_MS,
	);
}

/** An execution with its data. */
export type Ended = Execution & { result: ExecutionResult };

/**
 * Reads all executions of a workflow with their data.
 *
 * @param api of the n8n
 * @param workflowId of a stored workflow
 * @returns executions, the newest first
 */
export async function resultsOf(api: N8nApi, workflowId: string): Promise<Ended[]> {
	const all: Ended[] = [];
	for (const execution of await executions(api, workflowId))
		all.push({ ...execution, result: await api.executionResult(execution.id) });
	return all;
}

/**
 * @param all executions with their data
 * @param node name of the node
 * @returns the errors that the node has returned as items
 */
export const errorsOf = (all: Ended[], node: string) =>
	all
		.flatMap((execution) => itemsOf(execution, node))
		.flatMap(({ json }) => (json.error as { message: string; maybeProcessed?: boolean }) ?? []);
