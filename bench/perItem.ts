import { median } from './median';
import { liftLimits } from './peers';
import { addContacts } from '../sandbox/pylon';
import { byId, httpRequest, pylonNode, runNode, type BenchNode, type Setting } from './setting';
import type { Finding } from './table';

/**
 * Measures the time per item without a limit: of our node, of n8n's HTTP Request node, and of a declarative node in the
 * usual style. The three take turns, so that what the machine does meanwhile hits all of them.
 *
 * @param setting what they run in
 * @param size how many items, and how many rounds
 * @returns times in ms, against n8n's HTTP Request node
 * @throws Error when one of them did not do its work
 */
export async function perItem(
	setting: Setting,
	{ items, rounds }: { items: number; rounds: number },
): Promise<Finding> {
	const { pylon } = setting;
	liftLimits(pylon);
	pylon.resetState();
	addContacts(pylon.state, items);
	const input = [...pylon.state.contacts.values()].slice(0, items).map(({ id }) => ({ id }));
	const peers: Array<[string, BenchNode]> = [
		[
			'Pylon node',
			pylonNode({ resource: 'contact', operation: 'get', contactId: byId('={{ $json.id }}') }),
		],
		['HTTP Request node', httpRequest({ url: `=${pylon.url}/contacts/{{ $json.id }}` })],
		[
			'declarative node in the usual style',
			{
				type: 'n8n-nodes-bench-fixture.usualStyle',
				typeVersion: 1,
				parameters: {
					resource: 'contact',
					operation: 'get',
					contactId: byId('={{ $json.id }}'),
					output: 'raw',
				},
			},
		],
	];
	const times = new Map<string, number[]>(peers.map(([name]) => [name, []]));
	for (const [, node] of peers) await runNode(setting, input.slice(0, 20), node);
	for (let round = 0; round < rounds; round++) {
		for (const [name, node] of peers) {
			const run = await runNode(setting, input, node);
			if (run.error !== undefined || run.items.length !== items) {
				throw new Error(`${name}: ${run.items.length} of ${items} items. ${run.error ?? ''}`);
			}
			times.get(name)?.push(run.ms);
		}
	}
	const perItemMs = (name: string) => median(times.get(name) ?? []) / items;
	const [ours, http, usual] = peers.map(([name]) => perItemMs(name));
	return {
		title: `${items} gets without a limit (median of ${rounds})`,
		columns: ['node', 'ms per item', 'times the HTTP Request node'],
		rows: peers.map(([name]) => [name, perItemMs(name), perItemMs(name) / http]),
		wanted: [
			{
				what: `at most 0.5 of the usual style: ${(ours / usual).toFixed(2)}`,
				reached: ours / usual <= 0.5,
			},
			{
				what: `at most 2 times the HTTP Request node: ${(ours / http).toFixed(2)}`,
				reached: ours / http <= 2,
			},
		],
	};
}
