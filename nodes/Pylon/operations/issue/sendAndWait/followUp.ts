import type { IDataObject, IHttpRequestOptions, IWebhookFunctions } from 'n8n-workflow';
import { pylonFor } from '../../../../shared/client/triggerClient';
import { clock } from '../../../../shared/client/clock';
import type { Question } from './question';

/** A person waits for the page, and n8n for the answer. */
const MOST_MS = 15_000;

/** 'Proxy' of 'Request Options' as n8n reads it for an item (n8n-core 2.41, `routing-node.js`). */
function proxyOf(proxy: unknown): IHttpRequestOptions['proxy'] {
	if (typeof proxy !== 'string' || !URL.canParse(proxy)) return undefined;
	const { hostname, port, protocol, username, password } = new URL(proxy);
	return {
		host: hostname,
		port: Number(port),
		protocol: protocol.replace(':', ''),
		...(username !== '' && {
			auth: { username: decodeURIComponent(username), password: decodeURIComponent(password) },
		}),
	};
}

/**
 * Writes what was answered into the thread of the question.
 * @param context the context of the call that brings the answer
 * @param question the question as it was asked
 * @param html the body of the note
 * @returns what went wrong; undefined when the note is written. A failure does not keep the workflow from going on.
 */
export async function writeFollowUp(
	context: IWebhookFunctions,
	{ issueId, noteId }: Question,
	html: string,
): Promise<string | undefined> {
	try {
		const { proxy, allowUnauthorizedCerts } = context.getNodeParameter(
			'requestOptions',
			{},
		) as IDataObject;
		const client = await pylonFor(
			context,
			{
				longestWaitMs: MOST_MS / 3,
				tries: 2,
				timeoutMs: MOST_MS / 2,
				signal: clock.deadline(MOST_MS),
			},
			{ proxy: proxyOf(proxy), skipSslCertificateValidation: allowUnauthorizedCerts === true },
		);
		await client.write({
			method: 'POST',
			template: '/issues/{issueId}/note',
			ids: { issueId },
			body: {
				body_html: html,
				...(noteId !== undefined && { message_id: noteId }),
			},
		});
		return undefined;
	} catch (error) {
		const { message, description } = error as { message?: string; description?: string };
		return [message ?? String(error), description].filter(Boolean).join('. ');
	}
}
