import type { INodeExecutionData } from 'n8n-workflow';
import { addToError, errorDetails } from '../../../../shared/client/errors';
import { pathOf } from '../../../../shared/client/pylonRequest';
import { RecordCollector, collectPages, readLimit } from '../../../run/pages';
import { readResponse } from './choices';
import type { Call, Handler } from '../../../run/operationPlan';
import { isRead, isSafeToRepeat } from '../../../../shared/api/endpoints';

/** Follows the pages of requests that only read. */
async function sendAnyOf({ context, request, sendAny }: Call): Promise<INodeExecutionData[]> {
	const { method } = request;
	const path = pathOf(request);
	if (readResponse(context) === 'fullResponse') {
		const { body, items } = await sendAny(request);
		return [{ json: Object.keys(body).length > 0 ? body : (items[0]?.json ?? {}) }];
	}
	if (!isRead(method, path) || !isSafeToRepeat(method, path)) return (await sendAny(request)).items;
	const collector = new RecordCollector(context, readLimit(context));
	await collectPages(context, request, undefined, collector, sendAny);
	return collector.items;
}

/** Unlike the paths of the other operations, this one may be wrong. */
const withAdvice = (error: unknown): unknown =>
	[404, 405].includes(Number(errorDetails(error).status))
		? addToError(error, "Compare 'Method' and 'Path' with Pylon's API reference.", {})
		: error;

/**
 * Sends the request that `anyRequest` has made.
 * @param call the item's call
 * @returns the records of Pylon's answer, or the whole answer, as 'Response' says
 * @throws PylonApiError when Pylon gives no good answer
 */
export const sendAnyRequest: Handler = async (call) =>
	await sendAnyOf(call).catch((error: unknown) => {
		throw withAdvice(error);
	});
