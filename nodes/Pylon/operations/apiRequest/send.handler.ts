import type { INodeExecutionData } from 'n8n-workflow';
import { addToError, factsOfError } from '../../../shared/client/errors';
import { Collected, followPages, wantedRecords } from '../../run/pages';
import { readResponse } from './send.steps';
import type { Call, Handler } from '../../run/operationPlan';
import { isRepeatable } from '../../../shared/api/repeatable';
import { templateOf } from '../../../shared/api/pathTemplate';

/** Follows the pages of what only reads. */
async function sendAnyOf({ context, request, sendAny }: Call): Promise<INodeExecutionData[]> {
	const { method = 'GET', url } = request;
	const template = templateOf(url);
	if (readResponse(context) === 'fullResponse') {
		const { body, items } = await sendAny(request, template);
		return [{ json: Object.keys(body).length > 0 ? body : (items[0]?.json ?? {}) }];
	}
	const reads = method === 'GET' || (method === 'POST' && url.endsWith('/search') && isRepeatable(method, url));
	if (!reads) return (await sendAny(request, template)).items;
	const collected = new Collected(context, wantedRecords(context));
	await followPages(context, request, {}, collected, async (page, isNew) => await sendAny(page, template, isNew));
	return collected.items;
}

/** Unlike those of the other operations, the path may be wrong. */
const withAdvice = (error: unknown): unknown =>
	[404, 405].includes(Number(factsOfError(error).status))
		? addToError(error, "Compare 'Method' and 'Path' with Pylon's API reference.", {})
		: error;

/** Sends what `anyRequest` has made. */
export const sendAnyRequest: Handler = async (call) =>
	await sendAnyOf(call).catch((error: unknown) => {
		throw withAdvice(error);
	});
