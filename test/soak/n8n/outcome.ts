import type { N8nApi, SavedWorkflow } from '../../../sandbox/n8n/api';
import type { SimulatedPylon } from '../../../sandbox/pylon';
import { itemsOf, until } from '../../queue/support/executions';
import { resultsOf } from './executions';
import { UNSAFE } from './hour';
import type { Requested, Traffic } from './traffic';

const POLL_MS = 10_000;
const DEADLINE_MS = 5 * 60_000;

type Unsafe = Record<(typeof UNSAFE)[number], number>;

const perUnsafe = (count: (operationId: (typeof UNSAFE)[number]) => number): Unsafe =>
	Object.fromEntries(UNSAFE.map((operationId) => [operationId, count(operationId)])) as Unsafe;

/**
 * Counts the requests that must not be carried out twice, as they were requested.
 *
 * @param requested what was requested
 * @returns how many, by operation
 */
export function unsafeRequested({ deliveries, tasks, issues, approvals }: Requested): Unsafe {
	// A question whose own answer was lost ends its execution: nothing follows it.
	const decided = [...approvals.values()].filter(({ approved }) => approved !== undefined).length;
	return {
		createTask: tasks.length + decided,
		createIssue: issues.length,
		createIssueNote: deliveries.size + approvals.size + decided,
	};
}

/**
 * Counts the requests that must not be carried out twice, as Pylon carried them out.
 *
 * @param pylon the simulated Pylon
 * @returns how many, by operation
 */
export const unsafeMade = ({ processedCounts }: SimulatedPylon): Unsafe =>
	perUnsafe((operationId) =>
		[...processedCounts(operationId).values()].reduce((sum, times) => sum + times, 0),
	);

/**
 * @param pylon the simulated Pylon
 * @returns the requests that must not be carried out twice, and were
 */
export const unsafeTwice = ({ processedCounts }: SimulatedPylon): string[] =>
	UNSAFE.flatMap((operationId) =>
		[...processedCounts(operationId)].filter(([, times]) => times > 1).map(([request]) => request),
	);

/**
 * @param pylon the simulated Pylon
 * @returns the requests that must not be carried out twice, that Pylon carried out, and whose answer was lost
 */
export const unsafeLost = ({ requests }: SimulatedPylon) =>
	requests.filter(
		({ operationId, processed, outcome }) =>
			processed && outcome !== 'answered' && UNSAFE.some((unsafe) => unsafe === operationId),
	);

/**
 * Counts among the requests whose answer was lost the questions, and the notes with the answer to a question: n8n tells
 * of them in another way.
 *
 * @param sim the simulated Pylon
 * @param traffic what was asked for
 * @returns how many of either
 */
export function questionsLost(sim: SimulatedPylon, traffic: Traffic) {
	const inApprovals = unsafeLost(sim).flatMap((request) => {
		const [, , issue] = request.path.split('/');
		return traffic.requested.approvals.has(issue) ? [{ request, issue }] : [];
	});
	const isQuestion = ({ request, issue }: (typeof inApprovals)[number]) =>
		traffic.questionIn(issue) === request;
	return {
		questions: inApprovals.filter(isQuestion).length,
		followUps: inApprovals.filter((one) => !isQuestion(one)).length,
	};
}

/** How often each workflow that polls has told of each issue. */
async function told(
	api: N8nApi,
	workflows: SavedWorkflow[],
	event: string,
): Promise<Array<Map<string, number>>> {
	const all: Array<Map<string, number>> = [];
	for (const { id } of workflows) {
		const times = new Map<string, number>();
		for (const execution of await resultsOf(api, id))
			for (const { json } of itemsOf(execution, event)) {
				const issue = (json.issue as { id: string }).id;
				times.set(issue, (times.get(issue) ?? 0) + 1);
			}
		all.push(times);
	}
	return all;
}

/**
 * Waits until each workflow that polls has told of each of these issues.
 *
 * @param api of the n8n
 * @param workflows that poll
 * @param event of their triggers, which is also the triggers' name
 * @param issues IDs
 * @returns for each workflow, how often it has told of each issue
 */
export async function untilTold(
	api: N8nApi,
	workflows: SavedWorkflow[],
	event: string,
	issues: string[],
): Promise<Array<Map<string, number>>> {
	let last: Array<Map<string, number>> = [];
	await until(
		`polls to tell of each ${event}`,
		async () => {
			last = await told(api, workflows, event);
			return last.every((times) => issues.every((id) => times.has(id)));
		},
		DEADLINE_MS,
		POLL_MS,
	);
	return last;
}

/**
 * Counts how often each issue was changed after it was made: updates, and notes.
 *
 * @param pylon the simulated Pylon
 * @returns how often, by the ID of the issue
 */
export function changesOfIssues({ requests }: SimulatedPylon): Map<string, number> {
	const times = new Map<string, number>();
	for (const { operationId, processed, path } of requests) {
		if (!processed || !['updateIssue', 'createIssueNote'].includes(operationId ?? '')) continue;
		const id = path.split('/')[2];
		times.set(id, (times.get(id) ?? 0) + 1);
	}
	return times;
}
