import fc from 'fast-check';
import type { INodeListSearchResult, INodeParameters } from 'n8n-workflow';

import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { PylonPollingTrigger } from '../../../../nodes/PylonPollingTrigger/PylonPollingTrigger.node';
import type { SimulatedPylon } from '../../../../sandbox/pylon';
import { openDropDown, openMapper, searchList } from '../../../support/loadOptions';
import { valuesIn } from '../../Pylon/aiTool/support/values';
import { anySteps } from './anyAnswer';
import type { HostileServer } from './hostileServer';
import { expectNoProblem, problemOfEntry, problemOfOutput, problemOfText } from './judge';

const pylonNode = new Pylon();
const pollingNode = new PylonPollingTrigger();

interface Opened {
	server: HostileServer;
	parameters: INodeParameters;
	filter?: string;
}

type Open = (opened: Opened) => Promise<unknown>;

/** Where a list of a condition's values is opened. */
const ROW = 'parameters.conditions.condition[0].choice';

/** Types first, scrolls then. */
async function scroll(method: string, { server, parameters, filter }: Opened): Promise<unknown> {
	const pages: INodeListSearchResult[] = [];
	let paginationToken: string | undefined;
	do {
		const page = await searchList(pylonNode, method, server.credentials, {
			filter,
			parameters,
			paginationToken,
			path: ROW,
		});
		pages.push(page);
		paginationToken = page.paginationToken as string | undefined;
	} while (paginationToken !== undefined && pages.length < 3);
	return pages.flatMap(({ results }) => results);
}

const dropDown =
	(node: Pylon | PylonPollingTrigger, method: string): Open =>
	async ({ server, parameters }) =>
		await openDropDown(node, method, server.credentials, parameters, ROW);

/** All that asks Pylon while somebody fills in a node. */
export const EDITOR: Record<string, Open> = {
	...Object.fromEntries(
		Object.keys(pylonNode.methods.listSearch).map((name): [string, Open] => [
			`picker ${name}`,
			async (opened) => await scroll(name, opened),
		]),
	),
	...Object.fromEntries(
		Object.keys(pylonNode.methods.loadOptions).map((name) => [
			`drop-down ${name}`,
			dropDown(pylonNode, name),
		]),
	),
	...Object.fromEntries(
		Object.keys(pollingNode.methods.loadOptions).map((name) => [
			`drop-down ${name} of the polling trigger`,
			dropDown(pollingNode, name),
		]),
	),
	...Object.fromEntries(
		Object.keys(pylonNode.methods.resourceMapping).map((name): [string, Open] => [
			`mapper ${name}`,
			async ({ server, parameters }) =>
				(await openMapper(pylonNode, name, server.credentials, parameters)).fields.map((field) => ({
					...field,
					name: field.displayName,
					value: field.id,
				})),
		]),
	),
};

export const anyOpening = fc.record({
	steps: anySteps,
	filter: fc.constantFrom(undefined, 'a', 'constructor', '__proto__'),
	/** Whether records that a list depends on are named by something that has to be looked up. */
	isNamed: fc.boolean(),
});

export type OpeningCase = typeof anyOpening extends fc.Arbitrary<infer Case> ? Case : never;

function parametersOf(sim: SimulatedPylon, isNamed: boolean): INodeParameters {
	const ids = Object.entries(valuesIn(sim)).filter(
		([name, value]) => name.endsWith('Id') && typeof value === 'string',
	);
	const pickers = Object.fromEntries(
		ids.map(([name, value]) => [name, { __rl: true, mode: 'id', value }]),
	);
	const named = {
		issueId: { __rl: true, mode: 'number', value: '1' },
		accountId: { __rl: true, mode: 'domain', value: 'globex.example' },
	};
	return {
		resource: 'issue',
		operation: 'search',
		event: 'issue_created',
		conditions: { condition: [{ field: 'list:members:tags' }] },
		...pickers,
		...(isNamed ? named : {}),
	} as INodeParameters;
}

/**
 * Opens one list of the editor.
 * @param server that answers
 * @param sim behind the server
 * @param name of the list, see `EDITOR`
 * @param opening what the server answers, and what the user has typed and chosen
 * @throws AssertionError unless the list shows entries or a sentence
 */
export async function checkOpening(
	server: HostileServer,
	sim: SimulatedPylon,
	name: string,
	{ steps, filter, isNamed }: OpeningCase,
): Promise<void> {
	server.begin(steps);
	let problem: string | undefined;
	try {
		const entries = (await EDITOR[name]({
			server,
			parameters: parametersOf(sim, isNamed),
			filter,
		})) as unknown[];
		problem =
			problemOfOutput(entries) ?? entries.map(problemOfEntry).find((one) => one !== undefined);
	} catch (error) {
		const { name: type, message } = error as Error;
		problem = ['NodeApiError', 'NodeOperationError'].includes(type)
			? problemOfText(message)
			: `${type}: ${message}`;
	}
	expectNoProblem(problem, server.requests);
}
