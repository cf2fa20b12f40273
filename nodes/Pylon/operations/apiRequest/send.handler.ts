import type { INodeExecutionData } from 'n8n-workflow';
import { addToError, errorDetails } from '../../../shared/client/errors';
import { asPylonRequest } from '../../../shared/client/itemClient';
import { RecordCollector, collectPages, readLimit } from '../../run/pages';
import { readResponse } from './send.steps';
import type { Call, Handler } from '../../run/operationPlan';
import { isSafeToRepeat, templateOf } from '../../../shared/api/endpoints';

/** Follows the pages of what only reads. */
async function sendAnyOf({ context, request, sendAny }: Call): Promise<INodeExecutionData[]> {
	const { method = 'GET', url } = request;
	const template = templateOf(url);
	if (readResponse(context) === 'fullResponse') {
		const { body, items } = await sendAny(request, template);
		return [{ json: Object.keys(body).length > 0 ? body : (items[0]?.json ?? {}) }];
	}
	const reads = method === 'GET' || (method === 'POST' && url.endsWith('/search') && isSafeToRepeat(method, url));
	if (!reads) return (await sendAny(request, template)).items;
	const collector = new RecordCollector(context, readLimit(context));
	await collectPages(context, asPylonRequest(request, template), undefined, collector, async (page, isNew) =>
		await sendAny(page, template, isNew),
	);
	return collector.items;
}

/** Unlike those of the other operations, the path may be wrong. */
const withAdvice = (error: unknown): unknown =>
	[404, 405].includes(Number(errorDetails(error).status))
		? addToError(error, "Compare 'Method' and 'Path' with Pylon's API reference.", {})
		: error;

/** Sends what `anyRequest` has made. */
export const sendAnyRequest: Handler = async (call) =>
	await sendAnyOf(call).catch((error: unknown) => {
		throw withAdvice(error);
	});
