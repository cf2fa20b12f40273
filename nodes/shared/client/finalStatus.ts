import type { IWebhookFunctions } from 'n8n-workflow';
import { clock } from './clock';

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

const PAUSE_MS = 10;

/**
 * Waits for what n8n makes of a call to a webhook. When the sender goes away, `close` comes at once, and no event says when
 * n8n ends the response afterwards (https://nodejs.org/api/http.html#class-httpserverresponse): so that is looked at again
 * and again.
 * @param response the response of the call
 * @returns the status that n8n has chosen, as soon as it has ended the response
 */
export async function finalStatus(response: Response): Promise<number> {
	if (!response.writableEnded && !response.destroyed)
		await new Promise((resolve) => response.once('finish', resolve).once('close', resolve));
	while (!response.writableEnded) await clock.beat(PAUSE_MS);
	return response.statusCode;
}
