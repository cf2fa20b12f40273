import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { Pylon } from '../../nodes/Pylon/Pylon.node';
import { PylonPollingTrigger } from '../../nodes/PylonPollingTrigger/PylonPollingTrigger.node';
import { PylonTrigger } from '../../nodes/PylonTrigger/PylonTrigger.node';
import { seedIds } from '../../sandbox/pylon';
import { runNode } from '../support/engine';
import { byId } from '../support/locator';
import { Poller } from '../support/poll';
import { WEBHOOK_SECRET, withPylon } from '../support/pylon';
import { deliverTo, signed } from './PylonTrigger/support/deliveries';

const pylon = withPylon({ checkReplies: true });

/** Of a record, as the action node returns it. */
async function fromNode(kind: string, id: string, parameters: INodeParameters): Promise<unknown> {
	const { items, error } = await runNode({
		node: new Pylon(),
		parameters: { resource: kind, operation: 'get', [`${kind}Id`]: byId(id), ...parameters },
		credentials: pylon.credentials,
	});
	if (error) throw error;
	return items[0].json;
}

/** The same record, as the webhook trigger fetches it. */
async function fromWebhook(
	kind: string,
	id: string,
	parameters: INodeParameters,
): Promise<unknown> {
	const rawBody = JSON.stringify({ event: `${kind}_created`, [`${kind}_id`]: id });
	const { workflowData } = await deliverTo({
		rawBody,
		headers: signed(rawBody, WEBHOOK_SECRET),
		parameters: { fetchRecord: kind, ...parameters },
		credentials: pylon.credentials,
	});
	return workflowData?.[0][0].json.record;
}

/** The same record, as the polling trigger finds it. */
async function fromPolling(
	kind: string,
	id: string,
	parameters: INodeParameters,
): Promise<unknown> {
	const event = `${kind}_created`;
	const { items, error } = await new Poller({
		node: new PylonPollingTrigger(),
		parameters: { event, ...parameters },
		credentials: pylon.credentials,
	}).test();
	if (error) throw error;
	return items?.map((item) => item[kind] as IDataObject).find((record) => record.id === id);
}

/** The latest record of each kind, so that a test of the polling trigger finds it, with something in everything. */
function latest(kind: string): string {
	const { state } = pylon.sim;
	const id =
		{
			issue: seedIds.issues.globex,
			account: seedIds.accounts.globex,
			contact: seedIds.contacts.carla,
		}[kind] ?? '';
	const now = new Date().toISOString();
	if (kind === 'issue')
		state.issues.set(id, {
			...state.issues.get(id)!,
			created_at: now,
			number: state.nextIssueNumber++,
		});
	return id;
}

const OUTPUTS: INodeParameters[] = [
	{},
	{ output: 'simplified' },
	{ output: 'raw' },
	{
		output: 'selected',
		selectedFields: 'id, account_id, account, owner_email, custom_fields, nothing',
	},
];

describe.each(['issue', 'account', 'contact'])('%s', (kind) => {
	const withNames = kind === 'contact' ? [{}] : [{}, { addNames: true }];

	test.each(OUTPUTS.flatMap((output) => withNames.map((names) => ({ ...output, ...names }))))(
		'%j: alike in all three nodes',
		async (parameters) => {
			const id = latest(kind);
			// A test in the editor shows five; of accounts and contacts the first ones of the search.
			if (kind !== 'issue')
				pylon.sim.faults.add({
					kind: 'data',
					operationId: `search${kind === 'account' ? 'Accounts' : 'Contacts'}`,
					value: [await fromNode(kind, id, { output: 'raw' })],
					nth: [1],
				});
			const [polled, fetched, own] = [
				await fromPolling(kind, id, parameters),
				await fromWebhook(kind, id, parameters),
				await fromNode(kind, id, parameters),
			];
			expect(own).toMatchObject({ id });
			expect(fetched).toEqual(own);
			expect(polled).toEqual(own);
			expect(Object.keys(polled as object)).toEqual(Object.keys(own as object));
		},
	);
});

describe('the parameters', () => {
	const nodes = [new Pylon(), new PylonTrigger(), new PylonPollingTrigger()];
	const looksOf = (name: string) =>
		nodes.flatMap(({ description: { properties } }) =>
			properties
				.filter((property) => property.name === name)
				.map(({ displayName, type, default: standard, options, placeholder, required }) =>
					JSON.stringify({ displayName, type, standard, options, placeholder, required }),
				),
		);

	test.each(['output', 'selectedFields', 'addNames'])('%s: alike in all three nodes', (name) => {
		const looks = looksOf(name);
		expect(looks.length).toBeGreaterThanOrEqual(3);
		expect(new Set(looks).size).toBe(1);
	});
});
