import { strict as assert } from 'node:assert';

import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';

import { PylonTrigger } from '../../../../nodes/PylonTrigger/PylonTrigger.node';
import { PylonPollingTrigger } from '../../../../nodes/PylonPollingTrigger/PylonPollingTrigger.node';
import { clock } from '../../../../nodes/shared/client/clock';
import { seedIds, type SimulatedPylon } from '../../../../sandbox/pylon';
import { storeIssue } from '../../../../sandbox/pylon/seed/blank';
import { Poller, type PollResult } from '../../../support/poll';
import { WEBHOOK_SECRET } from '../../../support/pylon';
import { callTrigger, type LogEntry } from '../../../support/webhook';
import { messageIdOf } from '../../Pylon/operations/support/messages';
import { signed } from '../../PylonTrigger/support/deliveries';
import { anySteps } from './anyAnswer';
import type { HostileServer } from './hostileServer';
import { expectNoProblem, problemOfError, problemOfOutput, problemOfText } from './judge';

const { issues, accounts, contacts } = seedIds;

const FIELDS = {
	issue: [
		'record.state',
		'record.requester.email',
		'record.account.name',
		'record.custom_fields.constructor',
		'record.assignee.id',
		'record.team.__proto__',
	],
	account: ['record.name', 'record.owner.email', 'record.custom_fields.plan', 'record.tags'],
	contact: ['record.email', 'record.account.domain', 'record.toString'],
};

export const anyDelivery = fc.record({
	steps: anySteps,
	kind: fc.constantFrom('issue' as const, 'account' as const, 'contact' as const),
	field: fc.option(fc.nat(5)),
	operator: fc.constantFrom('equals', 'contains', 'notExists', 'oneOf'),
	dropOwnEvents: fc.boolean(),
	addNames: fc.boolean(),
	output: fc.constantFrom('simplified', 'raw', 'selected'),
	onFailure: fc.constantFrom('run', 'answer503'),
});

export type DeliveryCase = typeof anyDelivery extends fc.Arbitrary<infer Case> ? Case : never;

const problemOfLog = (log: LogEntry[]): string | undefined =>
	log.map(({ message }) => problemOfText(message)).find((one) => one !== undefined);

/**
 * Delivers one event, about which Pylon is asked.
 * @param server that answers
 * @param sim behind the server
 * @param one what the server answers, and what the trigger is set to
 * @throws AssertionError unless the delivery ends with an item, or with an answer that says why not
 */
export async function checkDelivery(
	server: HostileServer,
	sim: SimulatedPylon,
	one: DeliveryCase,
): Promise<void> {
	const { steps, kind, field, operator, dropOwnEvents, addNames, output, onFailure } = one;
	server.begin(steps);
	const condition =
		field === null
			? []
			: [{ field: FIELDS[kind][field % FIELDS[kind].length], operator, value: 'open' }];
	const rawBody = JSON.stringify({
		event: 'issue_message',
		issue_id: issues.globex,
		account_id: accounts.globex,
		contact_id: contacts.carla,
		message_id: messageIdOf(sim, issues.globex),
	});
	const { status, body, workflowData, thrown, log } = await callTrigger({
		node: new PylonTrigger(),
		credentials: { ...server.credentials, useWithTrigger: true, webhookSecret: WEBHOOK_SECRET },
		parameters: {
			fetchRecord: kind,
			dropOwnEvents,
			addNames,
			output,
			selectedFields: 'id, account.name, constructor',
			onFailure,
			conditions: { condition },
			additionalOptions: { longestWait: 0 },
		} as INodeParameters,
		rawBody,
		headers: signed(rawBody, WEBHOOK_SECRET),
	});
	assert.equal(thrown, undefined);
	assert.ok([200, 503].includes(status), `answered ${status}`);
	const items = (workflowData?.[0] ?? []).map(({ json }) => json);
	const texts = [body, ...items.map(({ note }) => note ?? '')].map((text) =>
		typeof text === 'string' ? text : JSON.stringify(text),
	);
	expectNoProblem(
		problemOfOutput([items, body]) ??
			texts.map((text) => problemOfText(text, 4000)).find((text) => text !== undefined) ??
			problemOfLog(log),
		server.requests,
	);
}

const FILTERS: INodeParameters[] = [
	{},
	{
		conditions: {
			condition: [
				{ field: 'match-set:assignee_id', operator: 'equals', value: 'omar@northwind.example' },
			],
		},
	},
	{
		conditions: {
			condition: [{ field: 'bySlug', slug: 'priority', operator: 'equals', value: 'high' }],
		},
	},
	{ searchText: 'constructor' },
];

export const anyPoll = fc.record({
	steps: anySteps,
	/** When the answers are as in `steps`. */
	during: fc.constantFrom('start' as const, 'poll' as const, 'poll' as const, 'test' as const),
	filter: fc.nat(FILTERS.length - 1),
	more: fc.boolean(),
});

export type PollCase = typeof anyPoll extends fc.Arbitrary<infer Case> ? Case : never;

/** Something of every kind happens. */
function happen({ state }: SimulatedPylon): void {
	const now = new Date(clock.now() - 1000).toISOString();
	const id = storeIssue(state, now, { title: 'An issue' }).id;
	const [message] = [...state.messages.values()];
	const author = { user_id: state.tokenUserId };
	state.messages.set(`${id}-m`, {
		...message,
		id: `${id}-m`,
		issue_id: id,
		author,
		is_private: false,
		created_at: now,
	});
	for (const [one, changes] of [
		[id, { latest_message_time: now }],
		[issues.globex, { state: 'on_hold', updated_at: now }],
	] as const) {
		const issue = state.issues.get(one);
		if (issue !== undefined) state.issues.set(one, { ...issue, ...changes });
	}
}

/**
 * Starts a polling trigger, lets something happen, and polls.
 * @param server that answers
 * @param sim behind the server, whose records are reset
 * @param event of the trigger
 * @param poll what the server answers and when, and what the trigger is set to
 * @throws AssertionError unless each poll ends with items, nothing or a sentence, and the one after the failure is well
 */
export async function checkPoll(
	server: HostileServer,
	sim: SimulatedPylon,
	event: string,
	{ steps, during, filter, more }: PollCase,
): Promise<void> {
	sim.resetState();
	const options = more
		? { includeInternalNotes: true, customersOnly: true, surveyTypes: ['csat'] }
		: { maxRecords: 1 };
	const parameters = {
		event,
		...(event === 'survey_response' ? {} : FILTERS[filter]),
		options,
	} as INodeParameters;
	const poller = new Poller({
		node: new PylonPollingTrigger(),
		parameters,
		credentials: server.credentials,
	});
	const when = async (phase: PollCase['during'], poll: () => Promise<PollResult>) => {
		server.begin(phase === during ? steps : ['good']);
		const { error, items } = await poll();
		expectNoProblem(
			(error === undefined ? problemOfOutput(items) : problemOfError(error)) ??
				problemOfLog(poller.log.splice(0)),
			server.requests,
		);
		return error;
	};
	await when('test', async () => await poller.test());
	const error = await when('start', async () => await poller.activate());
	if (error !== undefined) await when('poll', async () => await poller.activate());
	happen(sim);
	if (!poller.isActive) return;
	await when('poll', async () => await poller.poll());
	server.begin(['good']);
	const after = await poller.poll();
	if (filter !== 0 && after.error !== undefined) return;
	assert.equal(after.error?.message, undefined);
}
