import type { IDataObject, IExecuteSingleFunctions, PreSendAction } from 'n8n-workflow';
import type { Filterable } from '../fields/filterable';
import { beforeSending, checkedBy, type Call } from '../transport/plan';
import { FILTER_NAME, FilterReader } from './filterReader';
import { wrongInput } from './values';

/** Fields in a request's filter that are none of the search's built-in ones. */
const customFieldsIn = new WeakMap<object, string[]>();

/** Slugs of the workspace's custom fields by kind of record, looked up once a run. */
const slugsByRun = new WeakMap<object, Map<string, Promise<Set<unknown>>>>();

function toTree(context: IExecuteSingleFunctions, value: unknown): unknown {
	if (typeof value !== 'string') return value;
	try {
		return JSON.parse(value);
	} catch (error) {
		throw wrongInput(
			context,
			`'${FILTER_NAME}' is not JSON`,
			`${(error as Error).message}. A filter looks like {"field":"state","operator":"equals","value":"new"}.`,
		);
	}
}

const readFilter = (filterable: Filterable) =>
	beforeSending(function (request) {
		const value = this.getNodeParameter('filterJson', '') as unknown;
		if (value === '' || value === null || value === undefined) {
			const written = this.getNodeParameter('filterJson', '', { rawExpressions: true }) as unknown;
			if (written === '') return;
			throw wrongInput(
				this,
				`'${FILTER_NAME}' yields nothing`,
				'Without it, the search would find every record. Check the expression, or empty the field if that is what you want.',
			);
		}
		const reader = new FilterReader(this, filterable);
		const filter = reader.read(toTree(this, value));
		request.body = { ...(request.body as IDataObject), filter };
		if (reader.customFields.size > 0) customFieldsIn.set(request, [...reader.customFields]);
	});

async function slugsOf({ context, send }: Call, objectType: string): Promise<Set<unknown>> {
	const run = context.getExecuteData();
	const known = slugsByRun.get(run) ?? new Map<string, Promise<Set<unknown>>>();
	slugsByRun.set(run, known);
	const slugs =
		known.get(objectType) ??
		send({ method: 'GET', url: '/custom-fields', qs: { object_type: objectType } }, '/custom-fields').then(
			(fields) => new Set(fields.map(({ json }) => json.slug)),
		);
	known.set(objectType, slugs);
	return await slugs;
}

const customFieldsExist = ({ fields, customFieldsOf }: Filterable) =>
	checkedBy(async (call) => {
		const used = customFieldsIn.get(call.request);
		if (used === undefined || customFieldsOf === undefined || customFieldsOf === 'any') return;
		const slugs = await slugsOf(call, customFieldsOf);
		const unknown = used.find((slug) => !slugs.has(slug));
		if (unknown === undefined) return;
		throw wrongInput(
			call.context,
			`'${FILTER_NAME}' has the unknown field '${unknown}'`,
			`It is neither a field of this search (${Object.keys(fields).join(', ')}) nor a custom field of the workspace.`,
		);
	});

/**
 * The `preSend` of a search with the parameter `filterJson`: checks the filter, puts it into the body, and makes sure
 * that fields which are not built in are custom fields of the workspace.
 * @param filterable what the search can filter by
 */
export const filtering = (filterable: Filterable): PreSendAction[] => [
	readFilter(filterable),
	customFieldsExist(filterable),
];
