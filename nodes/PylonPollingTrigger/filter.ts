import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { FILTERABLE } from '../Pylon/parameters/filter/filterable';
import { joined } from '../Pylon/records/joined';
import type { Naming } from '../Pylon/records/recordKind';
import { idOfFound } from '../Pylon/records/resolveReference';
import { closeConditions, type ConditionLookUps } from '../Pylon/parameters/filter/conditions.open';
import { readFilter } from '../Pylon/parameters/filter/filter';
import { searchText } from '../Pylon/parameters/filter/searchText';
import { shown, wrongInput } from '../Pylon/parameters/values';
import type { PylonClient } from '../shared/client/triggerClient';
import { isBlank, reading, readText } from '../shared/input';
import type { PollEvent, Selection } from './pollEvent';

const partsOf = (filter: IDataObject, operator: 'and' | 'or'): IDataObject[] =>
	filter.operator === operator
		? (filter.subfilters as IDataObject[]).flatMap((part) => partsOf(part, operator))
		: [filter];

/**
 * Adds a condition to the user's filter. Pylon takes trees of three levels (openapi.yaml, `Filter`), and the user's may have
 * as many: so the condition goes into every branch of an 'or', not on top of it.
 * @param anyOf conditions of which one has to be met, each a single level
 * @param filter the user's filter; undefined for none
 * @returns a filter that asks for both, three levels deep at most
 */
export function both(anyOf: IDataObject[], filter: IDataObject | undefined): IDataObject {
	if (filter === undefined) return joined('or', anyOf);
	const branches = partsOf(filter, 'or');
	const [only, ...others] = branches;
	if (only !== undefined && others.length === 0)
		return joined('and', [joined('or', anyOf), ...partsOf(only, 'and')]);
	return joined(
		'or',
		branches.flatMap((branch) =>
			anyOf.map((condition) => joined('and', [condition, ...partsOf(branch, 'and')])),
		),
	);
}

function readSearchText(context: IPollFunctions): string | undefined {
	const given = context.getNodeParameter('searchText', '') as unknown;
	if (!isBlank(given)) return reading(context, () => readText(given, searchText.displayName));
	if (context.getNodeParameter('searchText', '', { rawExpressions: true }) === '') return undefined;
	throw wrongInput(
		context,
		`The expression in '${searchText.displayName}' returns no text`,
		`It is ${shown(given)}. Without it, the trigger would start for more than you want. Check the expression, or clear the field.`,
	);
}

/** Which records the user wants, and the part of it that only Pylon can check. */
export interface ReadSelection {
	selection: Selection;
	/**
	 * Reads the part of the filter that only Pylon knows: custom fields, states and options by label, people by email, accounts
	 * by domain.
	 * @param client the trigger's client
	 * @throws NodeOperationError when a condition cannot be used, or the poll has read too many pages; NodeApiError when Pylon
	 * gives no good answer
	 */
	close(client: PylonClient): Promise<void>;
}

const lookUpsOf = (context: IPollFunctions, client: PylonClient): ConditionLookUps => ({
	list: async (request) => await client.list(request),
	async idOf({ kind, named, displayName }) {
		const naming = kind.namings?.[named.mode] as Naming;
		const found = (await client.list(naming.query(named.value))).filter(
			(record) => naming.matches?.(record, named.value) ?? true,
		);
		return idOfFound(
			{ getNode: () => context.getNode() },
			kind,
			{ displayName, hasList: false },
			named,
			found,
		);
	},
});

/**
 * Reads the filter and the search text. A condition that cannot be used must never be left out silently.
 * @param context the context of the poll
 * @param event the event that the trigger waits for; one that cannot be narrowed down has no selection
 * @returns which records the user wants
 * @throws NodeOperationError when the filter or the text cannot be used
 */
export function readSelection(context: IPollFunctions, { filterable }: PollEvent): ReadSelection {
	if (filterable === undefined) return { selection: {}, close: async () => undefined };
	const searched = FILTERABLE[filterable];
	const read = readFilter(context, searched);
	return {
		selection: { filter: read?.filter, searchText: readSearchText(context) },
		async close(client) {
			if (read !== undefined)
				await closeConditions(context, read, searched, lookUpsOf(context, client));
		},
	};
}
