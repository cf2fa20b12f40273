import { readFile, writeFile } from 'node:fs/promises';
import type { Workflow, WorkflowNode } from '../sandbox/n8n/api';
import { addContacts } from '../sandbox/pylon';
import { median } from './median';
import type { Setting } from './setting';
import type { Finding } from './table';

interface Measured {
	records: number;
	/** From the end of the node before to the beginning of the one after; median of the rounds. */
	ms: number;
	/** Growth of the process' resident memory at its highest, in bytes. */
	peak: number;
	/** Size of all records as JSON, in bytes. */
	json: number;
}

const WEBHOOK_ID = '2b9d0c1e-7c3f-4d7a-9f51-3f0e5a6b7c8d';

/**
 * Makes the workflow: a webhook, all contacts, and the last of them with the time they took. No execution is stored, so that
 * only the node's own work is measured.
 */
function workflowOf({ credential }: Setting): Workflow {
	const node = (
		id: number,
		name: string,
		type: string,
		typeVersion: number,
		parameters: object,
	) => ({
		id: `00000000-0000-4000-8000-00000000000${id}`,
		name,
		type,
		typeVersion,
		parameters,
		position: [id * 200, 0],
	});
	const clock = (id: number, name: string, value: string) =>
		node(id, name, 'n8n-nodes-base.set', 3.4, {
			includeOtherFields: true,
			assignments: {
				assignments: [
					{ id: `00000000-0000-4000-9000-00000000000${id}`, name: 'ms', type: 'number', value },
				],
			},
			options: {},
		});
	const pylon = node(2, 'All contacts', 'n8n-nodes-pylon.pylon', 1, {
		resource: 'contact',
		operation: 'getAll',
		returnAll: true,
		output: 'raw',
	});
	return {
		name: 'Return All',
		nodes: [
			{
				...node(1, 'Call', 'n8n-nodes-base.webhook', 2, {
					httpMethod: 'POST',
					path: WEBHOOK_ID,
					responseMode: 'lastNode',
					options: {},
				}),
				webhookId: WEBHOOK_ID,
			},
			{
				...pylon,
				credentials: { [credential.type]: { id: credential.id, name: credential.name } },
			},
			node(3, 'Last one', 'n8n-nodes-base.limit', 1, { maxItems: 1, keep: 'lastItems' }),
			clock(4, 'Begin', '={{ Date.now() }}'),
			clock(5, 'End', "={{ Date.now() - $('Begin').first().json.ms }}"),
		] as WorkflowNode[],
		connections: {
			Call: { main: [[{ node: 'Begin', type: 'main', index: 0 }]] },
			Begin: { main: [[{ node: 'All contacts', type: 'main', index: 0 }]] },
			'All contacts': { main: [[{ node: 'Last one', type: 'main', index: 0 }]] },
			'Last one': { main: [[{ node: 'End', type: 'main', index: 0 }]] },
		},
		settings: {
			executionOrder: 'v1',
			saveDataSuccessExecution: 'none',
			saveExecutionProgress: false,
		},
	};
}

async function memory(pid: number, field: 'VmRSS' | 'VmHWM'): Promise<number> {
	const status = await readFile(`/proc/${pid}/status`, 'utf8');
	return Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1]) * 1024;
}

/** @returns the time between the two clocks of the workflow */
async function call({ n8n, pylon }: Setting): Promise<number> {
	const response = await fetch(`${n8n.url}/webhook/${WEBHOOK_ID}`, { method: 'POST' });
	const last = (await response.json()) as { id?: string; ms: number };
	const expected = [...pylon.state.contacts.values()].some(({ id }) => id === last.id);
	if (!response.ok || !expected)
		throw new Error(`Return All did not end well: ${response.status} ${JSON.stringify(last)}`);
	return last.ms;
}

async function timed(setting: Setting, records: number, rounds: number): Promise<number> {
	setting.pylon.resetState();
	addContacts(setting.pylon.state, records);
	const times: number[] = [];
	for (let round = 0; round < rounds; round++) times.push(await call(setting));
	return median(times);
}

/** Peak memory of a list of this length, and its size as JSON, in bytes. One run: a second one would find the first one's garbage. */
async function memoryFor(
	setting: Setting,
	records: number,
): Promise<Pick<Measured, 'peak' | 'json'>> {
	const { pylon, n8n } = setting;
	await timed(setting, 1, 5);
	const pid = await n8n.programPid();
	// Sets the highest value so far (VmHWM) back to the present one; Linux, proc(5).
	await writeFile(`/proc/${pid}/clear_refs`, '5');
	const before = await memory(pid, 'VmRSS');
	await timed(setting, records, 1);
	const peak = (await memory(pid, 'VmHWM')) - before;
	const [first] = pylon.state.contacts.values();
	const shown = await fetch(`${pylon.url}/contacts/${first.id}`, {
		headers: { authorization: `Bearer ${pylon.tokens.us}` },
	});
	const { data } = (await shown.json()) as { data: unknown };
	return { peak, json: JSON.stringify(data).length * records };
}

const megabytes = (bytes: number): number => bytes / 2 ** 20;

/**
 * Measures time and peak memory of Return All, of a few and of ten times as many contacts. Linux only, since it reads
 * /proc. The short list takes so little time that it is measured five times as often.
 *
 * @param setting what it runs in
 * @param size the smaller number of contacts, and rounds of the longer list
 * @returns times in s, and memory in MB
 * @throws Error when n8n does not answer the workflow's webhook with the last contact
 */
export async function returnAll(
	setting: Setting,
	{ few, rounds }: { few: number; rounds: number },
): Promise<Finding> {
	const { api, credential, pylon } = setting;
	pylon.limits.set(false);
	const saved = await api.importWorkflow(workflowOf(setting), credential);
	await api.publishWorkflow(saved);
	const lengths = [few, few * 10];
	// The baseline is an n8n that has worked before: V8 enlarges its young generation, whatever a node does, on the first load.
	await timed(setting, few, rounds * 2);
	const used = [];
	for (const records of lengths) used.push(await memoryFor(setting, records));
	// So that neither list is timed on code that n8n's engine has not optimized yet.
	for (const records of lengths) await timed(setting, records, rounds);
	const measured: Measured[] = [
		{ records: few, ms: await timed(setting, few, rounds * 5), ...used[0] },
		{ records: few * 10, ms: await timed(setting, few * 10, rounds), ...used[1] },
	];
	const [small, large] = measured;
	const growth = large.ms / small.ms;
	const size = large.peak / large.json;
	return {
		title: `Return All of ${few} and ${few * 10} contacts (median of ${rounds * 5} and ${rounds} runs)`,
		columns: [
			'contacts',
			's',
			'ms per 1,000',
			'result as JSON (MB)',
			'peak above n8n (MB)',
			'peak / JSON',
		],
		rows: [small, large].map(({ records, ms, peak, json }) => [
			records,
			ms / 1000,
			(ms / records) * 1000,
			megabytes(json),
			megabytes(peak),
			peak / json,
		]),
		wanted: [
			{ what: `time grows by 9 to 11: ${growth.toFixed(2)}`, reached: growth >= 9 && growth <= 11 },
			{ what: `peak below 3 times the result as JSON: ${size.toFixed(2)}`, reached: size < 3 },
		],
	};
}
