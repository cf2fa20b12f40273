import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { Pylon } from '../../../../../nodes/Pylon/Pylon.node';
import type { SimulatedPylon } from '../../../../../sandbox/pylon';
import type { MessageRecord } from '../../../../../sandbox/pylon/records';
import { runNode } from '../../../../support/engine';
import type { PylonUnderTest } from '../../../../support/pylon';

/** Runs an operation of an issue on one item, or on several. */
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

/** The error of a node, with the parts that a user reads. */
export const wordsOf = (error: Error | undefined) => ({
	message: error?.message,
	description: (error as { description?: string } | undefined)?.description,
});

/** Operations that the simulated Pylon was asked for, in order. */
export const askedOf = ({ requests }: SimulatedPylon) =>
	requests.map(({ operationId }) => operationId);

/** Adds a message to an issue; `minute` of 2026-11-03, 14:00 UTC on. */
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

/** Takes all messages of an issue away, so that a test tells its conversation itself. */
export function silence({ state }: SimulatedPylon, issueId: string): void {
	for (const { id, issue_id: issue } of [...state.messages.values()])
		if (issue === issueId) state.messages.delete(id);
}

/** What an email was sent with. */
export const mail = (from_email: string, to_emails: string[], cc_emails: string[] = []) => ({
	from_email,
	to_emails,
	cc_emails,
	bcc_emails: ['hidden@archive.example'],
});
