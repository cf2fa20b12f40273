import type { IWebhookFunctions } from 'n8n-workflow';
import { clock } from './clock';

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

const PAUSE_MS = 10;
/** n8n decides within moments. A response that it never ends is not looked at for ever. */
const LONGEST_MS = 60_000;

/**
 * Waits for what n8n makes of a call to a webhook. When the sender goes away, `close` comes at once, and no event says when
 * n8n ends the response afterwards (https://nodejs.org/api/http.html#class-httpserverresponse): so that is looked at again
 * and again.
 * @param response the response of the call
 * @returns the status that n8n has chosen, as soon as it has ended the response; the one of then where it has not ended it
 * within a minute after the sender went away
 */
export async function finalStatus(response: Response): Promise<number> {
	if (!response.writableEnded && !response.destroyed)
		await new Promise((resolve) => response.once('finish', resolve).once('close', resolve));
	for (let waited = 0; !response.writableEnded && waited < LONGEST_MS; waited += PAUSE_MS)
		await clock.beat(PAUSE_MS);
	return response.statusCode;
}
