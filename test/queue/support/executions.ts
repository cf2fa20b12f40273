import { setTimeout as delay } from 'node:timers/promises';
import type { Execution, ExecutionItem, ExecutionResult } from '../../../sandbox/n8n/api';
import { parseExecutionData } from '../../../sandbox/n8n/executionData';
import type { Cluster } from '../../../sandbox/queue/cluster';

const POLL_MS = 500;
const DEADLINE_MS = 20 * 60_000;

/**
 * Waits until something holds.
 *
 * @param what is waited for, for the error
 * @param holds asked again and again
 * @param deadlineMs how long it may take, in milliseconds
 * @param pollMs time between two questions, in milliseconds
 * @throws Error when it does not hold in time
 */
export async function until(
	what: string,
	holds: () => boolean | Promise<boolean>,
	deadlineMs = DEADLINE_MS,
	pollMs = POLL_MS,
): Promise<void> {
	const deadline = Date.now() + deadlineMs;
	while (!(await holds())) {
		if (Date.now() > deadline) throw new Error(`Waited ${deadlineMs / 1000} s for ${what}.`);
		await delay(pollMs);
	}
}

/**
 * Counts the executions of a workflow in each status, as n8n's database has them.
 *
 * @param cluster whose database it is
 * @param workflowId of a stored workflow
 * @returns how many, by status
 */
export async function statuses(
	{ postgres }: Cluster,
	workflowId: string,
): Promise<Partial<Record<Execution['status'], number>>> {
	const rows = await postgres.rows<{ status: Execution['status']; count: number }>(
		`SELECT status, count(*)::int AS count FROM execution_entity WHERE "workflowId" = '${workflowId}' GROUP BY status`,
	);
	return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}

/**
 * Waits until a workflow has a number of executions and none of them is under way.
 *
 * @param cluster in which it runs
 * @param workflowId of a stored workflow
 * @param count how many executions it has at least
 * @param deadlineMs how long it may take, in milliseconds
 */
export async function settled(
	cluster: Cluster,
	workflowId: string,
	count: number,
	deadlineMs = DEADLINE_MS,
): Promise<void> {
	await until(
		`${count} executions to end`,
		async () => {
			const found = await statuses(cluster, workflowId);
			const all = Object.values(found).reduce((sum, one) => sum + one, 0);
			return all >= count && !found.new && !found.running && !found.waiting;
		},
		deadlineMs,
	);
}

/** An execution with its data. */
export interface StoredExecution {
	id: string;
	status: Execution['status'];
	result: ExecutionResult;
}

/**
 * Reads all executions of a workflow with their data.
 *
 * @param cluster whose database it is
 * @param workflowId of a stored workflow
 * @returns executions, in the order of their beginning
 */
export async function executionsOf(
	{ postgres }: Cluster,
	workflowId: string,
): Promise<StoredExecution[]> {
	const rows = await postgres.rows<{ id: number; status: Execution['status']; data: string }>(
		`SELECT e.id, e.status, d.data FROM execution_entity e JOIN execution_data d ON d."executionId" = e.id WHERE e."workflowId" = '${workflowId}' ORDER BY e.id`,
	);
	return rows.map(({ id, status, data }) => ({
		id: String(id),
		status,
		result: (parseExecutionData(data) as { resultData: ExecutionResult }).resultData,
	}));
}

/**
 * @param execution with its data
 * @param node name of the node
 * @returns what the node has returned at its first output, in all its runs
 */
export const itemsOf = (
	{ result }: Pick<StoredExecution, 'result'>,
	node: string,
): ExecutionItem[] => (result.runData[node] ?? []).flatMap(({ data }) => data?.main[0] ?? []);

/**
 * Counts how often each value occurs.
 *
 * @param values in any order
 * @returns how often, by value
 */
export function tally<T>(values: T[]): Map<T, number> {
	const counts = new Map<T, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return counts;
}

/** How long nothing has to change before n8n is taken to be done; what it has lost stays as it is for ever. */
const QUIET_MS = 20_000;

/**
 * Waits until nothing changes any more in the executions of a workflow.
 *
 * @param cluster in which it runs
 * @param workflowId of a stored workflow
 */
export async function quiet(cluster: Cluster, workflowId: string): Promise<void> {
	let last = '';
	let since = Date.now();
	await until('executions to come to rest', async () => {
		const now = JSON.stringify(await statuses(cluster, workflowId));
		if (now !== last) since = Date.now();
		last = now;
		return Date.now() - since >= QUIET_MS;
	});
}
