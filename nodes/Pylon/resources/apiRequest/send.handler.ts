import { Collected, followPages, wantedRecords } from '../../transport/pages';
import type { Handler } from '../../transport/plan';
import { isRepeatable } from '../../transport/repeatable';
import { templateOf } from './template';

/** Sends what `anyRequest` has made; follows the pages of what only reads. */
export const sendAnyRequest: Handler = async ({ context, request, sendAny }) => {
	const { method = 'GET', url } = request;
	const template = templateOf(url);
	if (context.getNodeParameter('response', 'records') === 'fullResponse') {
		const { body, items } = await sendAny(request, template);
		return [{ json: Object.keys(body).length > 0 ? body : (items[0]?.json ?? {}) }];
	}
	const reads = method === 'GET' || (method === 'POST' && url.endsWith('/search') && isRepeatable(method, url));
	if (!reads) return (await sendAny(request, template)).items;
	const collected = new Collected(context, wantedRecords(context));
	await followPages(context, request, {}, collected, async (page, isNew) => await sendAny(page, template, isNew));
	return collected.items;
};
