import type { Execution, ExecutionItem, ExecutionResult, N8nApi } from '../../../sandbox/n8n/api';
import { until } from '../../queue/support/executions';

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

/** Waits until a workflow has this many executions and none of them is under way. */
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

export type Ended = Execution & { result: ExecutionResult };

/** All executions of a workflow with their data. */
export async function resultsOf(api: N8nApi, workflowId: string): Promise<Ended[]> {
	const all: Ended[] = [];
	for (const execution of await executions(api, workflowId))
		all.push({ ...execution, result: await api.executionResult(execution.id) });
	return all;
}

/** What a node has put out in an execution. */
export const itemsOf = ({ result }: Ended, node: string): ExecutionItem[] =>
	(result.runData[node] ?? []).flatMap(({ data }) => data?.main[0] ?? []);

/** The errors that came out of a node as items. */
export const errorsOf = (all: Ended[], node: string) =>
	all
		.flatMap((execution) => itemsOf(execution, node))
		.flatMap(({ json }) => (json.error as { message: string; maybeProcessed?: boolean }) ?? []);
