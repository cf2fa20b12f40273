import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { Pylon } from '../../../../../nodes/Pylon/Pylon.node';
import type { SimulatedPylon } from '../../../../../sandbox/pylon';
import type { MessageRecord } from '../../../../../sandbox/pylon/records';
import { runNode } from '../../../../support/engine';
import type { PylonUnderTest } from '../../../../support/pylon';

/**
 * Runs an operation of an issue on one item, or on several.
 * @param pylon whose issues
 * @param parameters of the operation, without the resource
 * @param options the items (one without values where there are none), and what the workflow is set to
 * @returns what the run came to
 */
export const runIssue = async (
	pylon: PylonUnderTest,
	parameters: INodeParameters,
	{
		items,
		continueOnFail,
		timezone,
	}: { items?: INodeExecutionData[]; continueOnFail?: boolean; timezone?: string } = {},
) =>
	await runNode({
		node: new Pylon(),
		parameters: { resource: 'issue', ...parameters },
		items,
		continueOnFail,
		timezone,
		credentials: pylon.credentials,
	});

/**
 * @param error of a node
 * @returns the parts that a user reads; both undefined where nothing failed
 */
export const wordsOf = (error: Error | undefined) => ({
	message: error?.message,
	description: (error as { description?: string } | undefined)?.description,
});

/**
 * @param sim that was asked
 * @returns the operations of the requests, by their ID in openapi.yaml, in order
 */
export const askedOf = ({ requests }: SimulatedPylon) =>
	requests.map(({ operationId }) => operationId);

/**
 * Adds a message to an issue: an email that the customer can see, unless told otherwise.
 * @param sim whose issue
 * @param issueId of the issue
 * @param minute when it was written, in minutes from 14:00 UTC on 2026-11-03
 * @param message its author, and what differs
 * @returns the message's ID
 */
export function say(
	{ state }: SimulatedPylon,
	issueId: string,
	minute: number,
	message: Partial<MessageRecord> & Pick<MessageRecord, 'author'>,
): string {
	const id = state.newId('message');
	state.messages.set(id, {
		id,
		issue_id: issueId,
		is_private: false,
		message_html: `<p>Message ${minute}</p>`,
		source: 'email',
		file_urls: [],
		email_info: null,
		thread_id: null,
		created_at: new Date(Date.UTC(2026, 10, 3, 14, minute)).toISOString(),
		...message,
	});
	return id;
}

/**
 * Takes all messages of an issue away, so that a test tells its conversation itself.
 * @param sim whose issue
 * @param issueId of the issue
 */
export function silence({ state }: SimulatedPylon, issueId: string): void {
	for (const { id, issue_id: issue } of [...state.messages.values()])
		if (issue === issueId) state.messages.delete(id);
}

/**
 * @param from_email the sender
 * @param to_emails the recipients
 * @param cc_emails those who got a copy
 * @returns what Pylon says of how an email was sent, with one hidden copy
 */
export const mail = (from_email: string, to_emails: string[], cc_emails: string[] = []) => ({
	from_email,
	to_emails,
	cc_emails,
	bcc_emails: ['hidden@archive.example'],
});
