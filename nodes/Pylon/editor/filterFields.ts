import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { toOptions } from '../records/customFieldOptions';
import { labelOf } from '../records/recordKind';
import { FILTERABLE, type Filterable } from '../parameters/filter/filterable';
import { BY_SLUG } from '../parameters/filter/searchConditions';
import {
	builtInFieldValue,
	customFieldValue,
} from '../parameters/filter/searchConditions.operators';
import { fieldText } from '../../shared/client/envelope';
import { askPylon } from '../../shared/client/editorClient';
import { FIELD_LABELS } from './filterFields.labels';
import { byName, entryOf, withBuiltIn } from './options';

/** What a search finds, as `FILTERABLE` names it. */
export type Filtered = keyof typeof FILTERABLE;

/** What each resource's search finds. */
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
		name: field,
		...FIELD_LABELS[field],
		value: builtInFieldValue(filterable, field),
	}));
}

/** The choices of a select field, since a condition compares slugs and people know labels. */
function choicesIn(metadata: unknown): string {
	const choices = toOptions(metadata).map(({ name, value }) =>
		name.toLowerCase() === String(value).toLowerCase() ? value : labelOf(value, name),
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
 * @param kind the kind of record that is searched
 * @returns a `loadOptions` method for the field of a condition (`parameters/filter/searchConditions.ts`): the built-in
 * fields and the workspace's custom ones by name; when Pylon gives no answer, the built-in ones
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

/**
 * @param context the editor's context
 * @returns what the search of the chosen resource finds; undefined for a resource without a search
 */
export const searchedBy = (context: ILoadOptionsFunctions): Filtered | undefined =>
	BY_RESOURCE[String(context.getCurrentNodeParameter('resource'))];

/**
 * Fetches the fields that the search of the chosen resource can filter by.
 * @returns entries of a drop-down; none for a resource without a search
 */
export async function getFilterFields(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const kind = searchedBy(this);
	return kind === undefined ? [] : await filterFieldsOf(kind).call(this);
}
