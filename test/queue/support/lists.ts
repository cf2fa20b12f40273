import { randomUUID } from 'node:crypto';
import type { SavedWorkflow } from '../../../sandbox/n8n/api';
import { addContacts } from '../../../sandbox/pylon';
import type { Cluster } from '../../../sandbox/queue/cluster';
import type { Member } from '../../../sandbox/queue/member';
import { executionsOf, itemsOf, type StoredExecution, until } from './executions';
import {
	inARow,
	manualTrigger,
	n8nWebhook,
	publishIn,
	importInto,
	pylon,
	setJson,
	splitOut,
} from './workflows';

const byId = { __rl: true, mode: 'id', value: '={{ $json.id }}' };

const WORK = {
	updateContact: {
		resource: 'contact',
		operation: 'update',
		contactId: byId,
		updateFields: { name: '={{ $json.name }}' },
	},
	createTask: { resource: 'task', operation: 'create', title: '={{ $json.title }}' },
} as const;

/** What is done with each item of a list. */
export type Work = keyof typeof WORK;

/** The Pylon node that works on the items of a list. */
const NODE = 'Pylon';

/** What the node that works on a list is told besides. */
export interface ListOptions {
	/** Request Options of the node. */
	options?: object;
	/** With 'Continue' an item that fails comes out with its error. */
	continues?: boolean;
}

const workNode = (work: Work, { options = {}, continues = false }: ListOptions) =>
	pylon(
		NODE,
		{ ...WORK[work], requestOptions: options },
		continues ? { onError: 'continueRegularOutput' } : {},
	);

/** A published workflow that works on each item of the list that its webhook gets. */
export interface ListWorkflow {
	saved: SavedWorkflow;
	/** Starts one execution, through a webhook process. */
	start(member: Member, items: object[]): Promise<void>;
}

/**
 * Publishes a workflow that works on each item of a list.
 *
 * @param cluster whose main publishes it
 * @param work what it does with an item
 * @param options what its node is told besides
 * @returns the workflow, and how to start it
 */
export async function publishList(
	cluster: Cluster,
	work: Work,
	options: ListOptions = {},
): Promise<ListWorkflow> {
	const path = randomUUID();
	const saved = await publishIn(
		cluster,
		inARow(`Lists (${work})`, [n8nWebhook(path), splitOut('body.items'), workNode(work, options)]),
	);
	return {
		saved,
		start: async (member, items) => {
			const response = await fetch(`${member.url}/webhook/${path}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json', connection: 'close' },
				body: JSON.stringify({ items }),
			});
			if (!response.ok) throw new Error(`n8n answered ${response.status} to a list`);
			await response.arrayBuffer();
		},
	};
}

/**
 * Stores a workflow with a list in it, to be started by hand.
 *
 * @param cluster where it is stored
 * @param work what it does with an item
 * @param items the list
 * @param options what its node is told besides
 * @returns the workflow, not published
 */
export async function importList(
	cluster: Cluster,
	work: Work,
	items: object[],
	options: ListOptions = {},
): Promise<SavedWorkflow> {
	return await importInto(
		cluster,
		inARow(`By hand (${work})`, [
			manualTrigger(),
			setJson({ items }),
			splitOut('items'),
			workNode(work, options),
		]),
	);
}

/**
 * Makes new contacts.
 *
 * @param cluster whose simulated Pylon gets them
 * @param count how many
 * @returns items that rename each of them
 */
export function renames({ pylon: { state } }: Cluster, count: number) {
	const name = randomUUID();
	return addContacts(state, count).map((id, index) => ({ id, name: `${name} ${index}` }));
}

/**
 * Makes items that each create a task with a title of its own.
 *
 * @param count how many
 * @returns the items
 */
export function newTasks(count: number) {
	const title = randomUUID();
	return Array.from({ length: count }, (_, index) => ({ title: `${title} ${index}` }));
}

/**
 * Counts how often each of these tasks is there.
 *
 * @param cluster whose simulated Pylon is read
 * @param items that create them
 * @returns how often, in the order of the items
 */
export function tasksMade({ pylon: { state } }: Cluster, items: Array<{ title: string }>) {
	const titles = [...state.tasks.values()].map(({ title }) => title);
	return items.map(({ title }) => titles.filter((one) => one === title).length);
}

/**
 * Counts how often each of these contacts was renamed.
 *
 * @param cluster whose simulated Pylon is read
 * @param items that rename them
 * @returns how often, in the order of the items
 */
export function timesRenamed(
	{ pylon: { requests } }: Cluster,
	items: Array<{ id: string }>,
): number[] {
	const counts = new Map(items.map(({ id }) => [`/contacts/${id}`, 0]));
	for (const { path, method, processed } of requests) {
		const count = counts.get(path);
		if (method === 'PATCH' && processed && count !== undefined) counts.set(path, count + 1);
	}
	return [...counts.values()];
}

/**
 * Counts the contacts that have their new name.
 *
 * @param cluster whose simulated Pylon is read
 * @param items that rename them
 * @returns how many
 */
export const renamed = (
	{ pylon: { state } }: Cluster,
	items: Array<{ id: string; name: string }>,
): number => items.filter(({ id, name }) => state.contacts.get(id)?.name === name).length;

/**
 * Finds the workers that have begun executions of a workflow, by their logs.
 *
 * @param cluster in which it runs
 * @param workflowId of a stored workflow
 * @returns the workers, each once
 */
export async function workersOf(
	{ postgres, workers }: Cluster,
	workflowId: string,
): Promise<Member[]> {
	const rows = await postgres.rows<{ id: number }>(
		`SELECT id FROM execution_entity WHERE "workflowId" = '${workflowId}'`,
	);
	const begun = rows.map(({ id }) => `Worker started execution ${id} `);
	return workers.filter(({ log }) => begun.some((line) => log.includes(line)));
}

/**
 * Finds the worker that runs the one execution of a workflow, once it has begun.
 *
 * @param cluster in which it runs
 * @param workflowId of a stored workflow
 * @returns the worker
 */
export async function workerOf(cluster: Cluster, workflowId: string): Promise<Member> {
	let found: Member | undefined;
	await until('a worker to begin', async () => {
		[found] = await workersOf(cluster, workflowId);
		return found !== undefined;
	});
	return found as Member;
}

/**
 * Reads what became of each item of the one execution of a workflow.
 *
 * @param cluster in which it ran
 * @param workflowId of a stored workflow
 * @returns the error of each item, in their order; undefined where it went well
 */
export async function outcomes(cluster: Cluster, workflowId: string) {
	const [execution] = await executionsOf(cluster, workflowId);
	return errorsOf(execution);
}

interface ItemError {
	message: string;
	maybeProcessed?: boolean;
}

/**
 * @param execution with its data
 * @returns the error of each item that the node has returned, in their order; undefined where it went well
 */
export const errorsOf = (execution: StoredExecution): Array<ItemError | undefined> =>
	itemsOf(execution, NODE).map(({ json }) => json.error as ItemError | undefined);
