import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { FILTERABLE, valuesOf, type Filterable } from '../parameters/filter/filterable';
import { fieldNameIn } from '../parameters/filter/searchConditions.operators';
import { toOptions } from '../records/customFieldOptions';
import type { RecordKind } from '../records/recordKind';
import { user } from '../records/user';
import { askPylon } from '../../shared/client/editorClient';
import { fieldText } from '../../shared/client/envelope';
import type { Filtered } from './filterFields';
import { getIssueStatuses } from './issueStatuses';
import { listSearchOf } from './listSearch';
import { byName, entryOf } from './options';
import { optionsOf } from './recordOptions';

/** Where the values of a field come from. */
type Source = { kind: RecordKind } | { options: INodePropertyOptions[] };

const SWITCH: INodePropertyOptions[] = [
	{ name: 'True', value: 'true' },
	{ name: 'False', value: 'false' },
];

async function tagsOf(
	context: ILoadOptionsFunctions,
	objectType: string,
): Promise<INodePropertyOptions[]> {
	const { records } = await askPylon(context, { template: '/tags' });
	return byName(
		records
			.filter(({ object_type: of }) => of === objectType)
			.flatMap(({ value }) => entryOf(value, value)),
	);
}

async function customSource(
	context: ILoadOptionsFunctions,
	objectType: string | undefined,
	field: string,
): Promise<Source> {
	const { records } = await askPylon(context, {
		template: '/custom-fields',
		query: { object_type: objectType },
	});
	const definition = records.find(({ slug }) => slug === field);
	const type = fieldText(definition?.type);
	if (type === 'user') return { kind: user };
	return { options: type === 'boolean' ? SWITCH : toOptions(definition?.select_metadata) };
}

async function sourceOf(
	context: ILoadOptionsFunctions,
	filterable: Filterable,
	field: string,
): Promise<Source> {
	const values = valuesOf(filterable, field);
	switch (values?.of) {
		case 'records':
			return { kind: values.kind };
		case 'states':
			return { options: await getIssueStatuses.call(context) };
		case 'tags':
			return { options: await tagsOf(context, values.objectType) };
		case 'choices':
			return { options: [...values.choices] };
		case 'switch':
			return { options: SWITCH };
		case undefined:
			return await customSource(context, filterable.customFieldsOf, field);
	}
}

/** The field of the condition in whose row the list is opened. */
async function openedSource(
	context: ILoadOptionsFunctions,
	kind: Filtered | undefined,
): Promise<Source> {
	const field = fieldNameIn(String(context.getCurrentNodeParameter('&field') ?? ''));
	if (kind !== undefined && field !== '') return await sourceOf(context, FILTERABLE[kind], field);
	throw new NodeOperationError(context.getNode(), "Choose the 'Field' of the condition first");
}

const includes = (name: string, search = ''): boolean =>
	name.toLocaleLowerCase('en').includes(search.trim().toLocaleLowerCase('en'));

/**
 * @param kindIn returns what the node searches
 * @returns the `listSearch` method for one value of a condition. It throws a NodeOperationError when Pylon gives no list.
 */
export function searchFilterValuesOf(
	kindIn: (context: ILoadOptionsFunctions) => Filtered | undefined,
) {
	return async function (
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		const source = await openedSource(this, kindIn(this));
		if ('kind' in source)
			return await listSearchOf(source.kind).call(this, filter, paginationToken);
		const found = source.options.filter(({ name }) => includes(name, filter));
		return { results: found.map(({ name, value }) => ({ name, value })) };
	};
}

/**
 * @param kindIn returns what the node searches
 * @returns the `loadOptions` method for several values of a condition. It throws like `searchFilterValuesOf`.
 */
export function getFilterValuesOf(
	kindIn: (context: ILoadOptionsFunctions) => Filtered | undefined,
) {
	return async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		const source = await openedSource(this, kindIn(this));
		if (!('kind' in source)) return source.options;
		// Of records that are found through others, the first page.
		if (source.kind.list.through === undefined) return await optionsOf(source.kind).call(this);
		const { results } = await listSearchOf(source.kind).call(this);
		return results.map(({ name, value }) => ({ name, value }));
	};
}
