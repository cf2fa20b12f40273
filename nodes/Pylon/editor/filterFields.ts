import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { labelOf } from '../records/recordKind';
import { FILTERABLE, type Filterable } from '../parameters/filter/filterable';
import { BY_SLUG } from '../parameters/filter/searchConditions';
import {
	builtInFieldValue,
	customFieldValue,
} from '../parameters/filter/searchConditions.operators';
import { fieldText, isRecord } from '../../shared/client/envelope';
import { askPylon } from '../../shared/client/editorClient';
import { FIELD_LABELS } from './filterFields.labels';
import { byName, entryOf, withBuiltIn } from './options';

/** What a search finds, as `FILTERABLE` names it. */
export type Filtered = keyof typeof FILTERABLE;

/** By the resource of the search. */
const BY_RESOURCE: Record<string, Filtered> = {
	account: 'accounts',
	auditLog: 'auditLogs',
	callRecording: 'callRecordings',
	contact: 'contacts',
	customObject: 'customObjects',
	issue: 'issues',
	project: 'projects',
	survey: 'surveys',
	task: 'tasks',
	user: 'users',
};

function builtInFields(filterable: Filterable): INodePropertyOptions[] {
	return Object.keys(filterable.fields).map((field) => ({
		...FIELD_LABELS[field],
		value: builtInFieldValue(filterable, field),
	}));
}

/** Choices of a select field, since a condition compares slugs and people know labels. */
function choicesIn(metadata: unknown): string {
	const options = isRecord(metadata) ? metadata.options : undefined;
	const choices = (Array.isArray(options) ? options.filter(isRecord) : []).map(
		({ slug, label }) => {
			const [value, name] = [fieldText(slug), fieldText(label)];
			return name.toLowerCase() === value.toLowerCase() ? value : labelOf(value, name);
		},
	);
	return choices.length === 0 ? '' : `: ${choices.join(', ')}`;
}

async function customFields(
	context: ILoadOptionsFunctions,
	{ fields }: Filterable,
	objectType: string,
): Promise<INodePropertyOptions[]> {
	const { records } = await askPylon(context, {
		template: '/custom-fields',
		query: { object_type: objectType },
	});
	return records
		.filter(({ slug }) => typeof slug === 'string' && !Object.hasOwn(fields, slug))
		.flatMap(({ slug, label, type, select_metadata: metadata }) =>
			entryOf(
				slug,
				label,
				`Custom field ${fieldText(slug)}, ${fieldText(type)}${choicesIn(metadata)}`,
			).map((entry) => ({
				...entry,
				value: customFieldValue(entry.value as string, fieldText(type)),
			})),
		);
}

/**
 * A `loadOptions` method for the field of a condition (`parameters/filter/searchConditions.ts`).
 * @param kind of record that is searched
 * @returns the built-in fields and the workspace's custom ones by name; when Pylon cannot be asked, the built-in ones
 */
export function filterFieldsOf(kind: Filtered) {
	return async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		const filterable: Filterable = FILTERABLE[kind];
		const { customFieldsOf } = filterable;
		const builtIn = builtInFields(filterable);
		if (customFieldsOf === undefined) return byName(builtIn);
		const options =
			customFieldsOf === 'any'
				? byName(builtIn)
				: await withBuiltIn(
						builtIn,
						async () => await customFields(this, filterable, customFieldsOf),
					);
		return [
			...options,
			{
				name: '[Custom Field by Slug]',
				value: BY_SLUG,
				description: 'One that is not in this list',
			},
		];
	};
}

/** @returns what the search of the node's resource finds */
export const searchedBy = (context: ILoadOptionsFunctions): Filtered | undefined =>
	BY_RESOURCE[String(context.getCurrentNodeParameter('resource'))];

/** Fields of the search of the node's resource. */
export async function getFilterFields(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const kind = searchedBy(this);
	return kind === undefined ? [] : await filterFieldsOf(kind).call(this);
}
