import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { FILTERABLE } from '../Pylon/parameters/filter/filterable';
import type { Naming } from '../Pylon/records/recordKind';
import { idOfFound } from '../Pylon/records/resolveReference';
import type { ReadConditions } from '../Pylon/parameters/filter/conditions';
import { putId, type NamedInCondition } from '../Pylon/parameters/filter/conditions.names';
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

const join = (operator: 'and' | 'or', parts: IDataObject[]): IDataObject =>
	parts.length === 1 ? parts[0] : { operator, subfilters: parts };

/**
 * Adds a condition to the user's filter. Pylon takes trees of three levels (openapi.yaml, `Filter`), and the user's may
 * have as many: so the condition goes into every branch of an 'or', not on top of it.
 * @param anyOf conditions of which one has to be met, each without levels of its own
 * @param filter of the user
 * @returns a filter that asks for both, three levels deep at most
 */
export function both(anyOf: IDataObject[], filter: IDataObject | undefined): IDataObject {
	if (filter === undefined) return join('or', anyOf);
	const branches = partsOf(filter, 'or');
	if (branches.length === 1)
		return join('and', [join('or', anyOf), ...partsOf(branches[0], 'and')]);
	return join(
		'or',
		branches.flatMap((branch) =>
			anyOf.map((condition) => join('and', [condition, ...partsOf(branch, 'and')])),
		),
	);
}

function readSearchText(context: IPollFunctions): string | undefined {
	const given = context.getNodeParameter('searchText', '') as unknown;
	if (!isBlank(given)) return reading(context, () => readText(given, searchText.displayName));
	if (context.getNodeParameter('searchText', '', { rawExpressions: true }) === '') return undefined;
	throw wrongInput(
		context,
		`'${searchText.displayName}' yields no text`,
		`It is ${shown(given)}. Without it, the trigger would start for more than you want. Check the expression, or empty the field.`,
	);
}

const NOTHING: Partial<ReadConditions> & Omit<ReadConditions, 'filter'> = {
	customFields: new Map(),
	names: [],
};

/** What the user wants to be told of, and what of it can only be checked by asking Pylon. */
export interface ReadSelection {
	selection: Selection;
	/**
	 * Makes sure that fields which are not built in are custom fields of the workspace.
	 * @throws NodeOperationError when one is not
	 */
	check(client: PylonClient): Promise<void>;
	/**
	 * Puts IDs into the filter for users, contacts and accounts that it names by email or domain.
	 * @throws NodeOperationError when none or several have the name
	 */
	lookUp(client: PylonClient): Promise<void>;
}

async function lookUp(
	context: IPollFunctions,
	client: PylonClient,
	name: NamedInCondition,
): Promise<string> {
	const { kind, named, displayName } = name;
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
}

/**
 * @param event that is waited for; one that cannot be narrowed down has no selection
 * @returns the filter and the search text
 * @throws NodeOperationError when one of them cannot be used: a condition must never fall away
 */
export function readSelection(context: IPollFunctions, { filterable }: PollEvent): ReadSelection {
	if (filterable === undefined)
		return { selection: {}, check: async () => undefined, lookUp: async () => undefined };
	const { fields, customFieldsOf } = FILTERABLE[filterable];
	const { filter, customFields, names } = readFilter(context, FILTERABLE[filterable]) ?? NOTHING;
	return {
		selection: { filter, searchText: readSearchText(context) },
		async lookUp(client) {
			for (const name of names) putId(name, await lookUp(context, client, name));
		},
		async check(client) {
			if (customFields.size === 0) return;
			const defined = await client.list({
				template: '/custom-fields',
				query: { object_type: customFieldsOf },
			});
			const slugs = new Set(defined.map(({ slug }) => slug));
			const unknown = [...customFields].find(([slug]) => !slugs.has(slug));
			if (unknown === undefined) return;
			throw wrongInput(
				context,
				`'${unknown[1]}' has the unknown field '${unknown[0]}'`,
				`It is neither a field of this search (${Object.keys(fields).join(', ')}) nor a custom field of the workspace.`,
			);
		},
	};
}
