import type { IDataObject } from 'n8n-workflow';
import { isBlank, reading, readJson } from '../../../shared/input';
import type { Filterable } from './filterable';
import { idOf } from '../../records/resolveReference';
import { announceRecord } from '../../records/batchLookUp';
import { ItemState } from '../../run/itemState';
import type { Call, Check, OperationSlots, Step } from '../../run/operationPlan';
import { readConditions, type ConditionsContext, type ReadConditions } from './conditions';
import { closeConditions, type ConditionLookUps } from './conditions.open';
import { FILTER_NAME, FilterReader } from './filterReader';
import { wrongInput } from '../values';

const EXAMPLE = '{"field":"state","operator":"equals","value":"new"}';

/** The parts of a request's filter that need an answer of Pylon. */
const unchecked = new ItemState<Omit<ReadConditions, 'filter'>>();

function readJsonFilter(context: ConditionsContext, filterable: Filterable): ReadConditions {
	const value = context.getNodeParameter('filterJson', '') as unknown;
	if (isBlank(value)) {
		throw wrongInput(
			context,
			`'${FILTER_NAME}' is empty`,
			"Without it, the search would find every record. Enter a filter, or check the expression. If you want every record, choose 'Conditions' in 'Filter' and add none.",
		);
	}
	const reader = new FilterReader(context, filterable);
	const filter = reader.read(readJson(value, FILTER_NAME, EXAMPLE));
	const { customFields, names, states } = reader;
	return { filter, customFields, names, states };
}

/**
 * Reads the parameters of `filterFields` (`parameters/filter/searchFields.ts`).
 * @param context the context of the item, or of a polling trigger
 * @param filterable what the search can filter by
 * @returns the filter and its custom fields; undefined when every record is meant
 * @throws NodeOperationError when a part of it cannot be used: no condition is ever left out silently
 */
export const readFilter = (
	context: ConditionsContext,
	filterable: Filterable,
): ReadConditions | undefined => reading(context, () => readOf(context, filterable));

function readOf(context: ConditionsContext, filterable: Filterable): ReadConditions | undefined {
	if (context.getNodeParameter('filterMode', 'conditions') === 'json')
		return readJsonFilter(context, filterable);
	const read = readConditions(context, filterable);
	if (read !== undefined || isBlank(context.getNodeParameter('filterJson', ''))) return read;
	throw wrongInput(
		context,
		`'${FILTER_NAME}' is filled in, but 'Filter' is not 'JSON'`,
		`Without a filter, the search would find every record. Choose 'JSON' in 'Filter', add conditions, or clear '${FILTER_NAME}'.`,
	);
}

const filterInBody = (filterable: Filterable): Step =>
	function (request) {
		const read = readFilter(this, filterable);
		if (read === undefined) return;
		request.body = { ...(request.body as IDataObject), filter: read.filter };
		for (const { kind, named } of read.names) announceRecord(this, kind, named);
		unchecked.set(request, read);
	};

/** Asks for a list once for all items of the run. */
const lookUpsOf = (call: Call): ConditionLookUps => ({
	list: async (request) =>
		await call.cached(`whole list: ${JSON.stringify(request)}`, async () =>
			(await call.send(request)).map(({ json }) => json),
		),
	idOf: async ({ kind, displayName, named }) =>
		await idOf(call, kind, { displayName, hasList: false }, named),
});

/** The conditions belong to this item only, so they may be changed. */
const closeFilter =
	(filterable: Filterable): Check =>
	async (call) => {
		const read = unchecked.get(call);
		if (read !== undefined) await closeConditions(call.context, read, filterable, lookUpsOf(call));
	};

/**
 * @param filterable what the search can filter by
 * @returns the slots of a search with `filterFields` (`parameters/filter/searchFields.ts`). They check the filter, put it
 * into the body, make sure that fields which are not built in are custom fields of the workspace, and turn labels and emails
 * into what Pylon takes.
 */
export const filterSlots = (
	filterable: Filterable,
): Pick<OperationSlots, 'validate' | 'lookUp'> => ({
	validate: [filterInBody(filterable)],
	lookUp: [closeFilter(filterable)],
});
