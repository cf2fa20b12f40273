import { addContacts, type SimulatedPylon } from '../sandbox/pylon';
import { byId, httpRequest, pylonNode, runNode, type BenchNode, type Setting } from './setting';

export const OURS = 'Pylon node';
export const HTTP = 'HTTP Request node';
/** What n8n fills in where a user adds 'Batching' to the options. */
export const BATCHED = 'HTTP Request node, batching set to 50 per s';

/** What the nodes do with each contact. */
export type Kind = 'get' | 'update';

/**
 * Makes the nodes that do the same work.
 *
 * @param setting whose simulated Pylon they call
 * @param kind what they do
 * @returns nodes by the name that the report gives them
 */
export function peers({ pylon }: Setting, kind: Kind): Map<string, BenchNode> {
	const url = `=${pylon.url}/contacts/{{ $json.id }}`;
	const body = { method: 'PATCH', sendBody: true, specifyBody: 'json', jsonBody: '{"name":"New"}' };
	const http = (options: object) =>
		httpRequest({ url, ...(kind === 'update' ? body : {}), options });
	const ours = pylonNode({
		resource: 'contact',
		operation: kind,
		contactId: byId('={{ $json.id }}'),
		...(kind === 'update' ? { updateFields: { name: 'New' } } : {}),
	});
	return new Map([
		[OURS, ours],
		[HTTP, http({})],
		[BATCHED, http({ batching: { batch: { batchSize: 50, batchInterval: 1000 } } })],
	]);
}

/**
 * Delays every answer of the simulated Pylon, as a network would.
 *
 * @param pylon the simulated Pylon; other faults are taken away
 * @param ms how late each answer comes; 0 for no delay
 */
export function delayAnswers({ faults }: SimulatedPylon, ms: number): void {
	faults.clear();
	if (ms > 0) faults.add({ kind: 'delay', ms });
}

/**
 * Puts the rate limit out of reach. Each answer says so, as Pylon's do (`x-rate-limit-remaining`). What is measured
 * here is not what a node does at a limit, and rounds that follow each other make more calls than the documented limit
 * allows.
 *
 * @param pylon the simulated Pylon
 */
export function liftLimits({ limits }: SimulatedPylon): void {
	limits.set({ perMinute: 1_000_000 });
}

/**
 * Makes the input for so many items. The simulated Pylon has a contact for each of them.
 *
 * @param setting whose simulated Pylon is filled
 * @param count how many
 * @returns the `json` of each item
 */
export function contacts({ pylon }: Setting, count: number): Array<{ id: string }> {
	pylon.resetState();
	pylon.resetLog();
	addContacts(pylon.state, count);
	return [...pylon.state.contacts.values()].slice(0, count).map(({ id }) => ({ id }));
}

/**
 * Runs the nodes on the same items. They take turns, so that what the machine does meanwhile hits all of them.
 *
 * @param setting what they run in
 * @param input the `json` of each item
 * @param nodes by name
 * @param rounds how often each of them runs; the batched one once, since its pauses take the same time in each
 * @param measure runs the node once, by calling `run`, and returns what it found
 * @returns of each node, what `measure` found, in the order of the rounds
 * @throws Error when one of them did not do its work
 */
export async function inTurns<T>(
	setting: Setting,
	input: unknown[],
	nodes: Map<string, BenchNode>,
	rounds: number,
	measure: (run: () => ReturnType<typeof runNode>) => Promise<T>,
): Promise<Map<string, T[]>> {
	const found = new Map<string, T[]>([...nodes.keys()].map((name) => [name, []]));
	for (let round = 0; round < rounds; round++) {
		const all = [...nodes];
		// The first one finds the machine in another state than the next: each is first equally often.
		for (const [name, node] of round % 2 === 0 ? all : all.reverse()) {
			if (name === BATCHED && round > 0) continue;
			const run = async () => {
				const result = await runNode(setting, input, node);
				if (result.error !== undefined || result.items.length !== input.length)
					throw new Error(
						`${name}: ${result.items.length} of ${input.length} items. ${result.error ?? ''}`,
					);
				return result;
			};
			found.get(name)?.push(await measure(run));
		}
	}
	return found;
}
