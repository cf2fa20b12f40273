import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SimulatedPylon } from '../../../sandbox/pylon';
import type { Workflow, WorkflowNode } from '../../../sandbox/n8n/api';

export const EXAMPLES_FOLDER = join(__dirname, '..', '..', '..', 'examples');

/** Names of all examples, without their endings. */
export const exampleNames: string[] = readdirSync(EXAMPLES_FOLDER)
	.filter((file) => file.endsWith('.json'))
	.map((file) => file.slice(0, -'.json'.length));

interface Example extends Workflow {
	nodes: Array<WorkflowNode & { position: [x: number, y: number]; typeVersion: number }>;
}

/**
 * @param name of the example
 * @returns its workflow, as a user imports it
 */
export const readExample = (name: string): Example =>
	JSON.parse(readFileSync(join(EXAMPLES_FOLDER, `${name}.json`), 'utf8')) as Example;

/**
 * @param name of the example
 * @returns its page, in Markdown
 */
export const readPage = (name: string): string =>
	readFileSync(join(EXAMPLES_FOLDER, `${name}.md`), 'utf8');

/**
 * Reads the table "Requests to Pylon" of an example's page.
 *
 * @param name of the example
 * @returns how many requests each of its rows names
 * @throws Error when the page has no such table
 */
export function costsOf(name: string): Map<string, number> {
	const [, table] = /^\| Requests to Pylon \|.*\n\|.*\n((?:\|.*\n?)+)/m.exec(readPage(name)) ?? [];
	if (table === undefined) throw new Error(`the page of ${name} does not say what it costs`);
	return new Map(
		table
			.trimEnd()
			.split('\n')
			.map((row) => row.split('|').map((cell) => cell.trim()))
			.map(([, what, requests]) => [what, Number(requests)]),
	);
}

/**
 * Checks that an example costs what its page says.
 *
 * @param pylon the simulated Pylon, its log emptied before the example ran
 * @param name of the example
 * @param times how often each row of the page's table applies; a row that is not named does not
 * @throws Error with all requests when they are more or fewer than the page says
 */
export function expectCost(
	{ requests }: Pick<SimulatedPylon, 'requests'>,
	name: string,
	times: Record<string, number>,
): void {
	const costs = costsOf(name);
	const unknown = Object.keys(times).filter((row) => !costs.has(row));
	if (unknown.length > 0)
		throw new Error(`the page of ${name} has no row "${unknown.join('", "')}"`);
	const expected = Object.entries(times).reduce(
		(sum, [row, count]) => sum + count * (costs.get(row) ?? NaN),
		0,
	);
	if (requests.length !== expected) {
		const sent = requests.map(({ method, path }) => `${method} ${path}`).join('\n');
		throw new Error(`${name} costs ${expected} by its page, but sent ${requests.length}:\n${sent}`);
	}
}

/**
 * Reads the payload that the page of an example says to paste into Pylon's action "Send webhook".
 *
 * @param name of the example
 * @returns JSON with variables of Pylon's
 * @throws Error when the page has none
 */
export function payloadOf(name: string): string {
	const [, payload] = /```json\n([\s\S]*?)```/.exec(readPage(name)) ?? [];
	if (payload === undefined) throw new Error(`the page of ${name} has no payload`);
	return payload;
}
