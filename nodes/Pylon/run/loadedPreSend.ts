import type { PreSendAction } from 'n8n-workflow';

/**
 * For `routing.send.preSend` of a parameter whose code is no small matter. n8n loads every node when it starts, and most
 * parameters are never set there: so that code waits until n8n prepares an item that has one.
 * @param load imports the function that n8n is to call
 * @returns what n8n calls; it returns and throws what the imported function does
 */
export const loadedPreSend = (load: () => Promise<PreSendAction>): PreSendAction =>
	async function (request) {
		const preSend = await load();
		return await preSend.call(this, request);
	};
