import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import {
	isBlank,
	isMomentObject,
	readChoice,
	readFreeText,
	readList,
	readMoment,
	readText,
	toRfc3339,
} from '../../../shared/input';
import { entriesOf, groupField, type Group } from '../groups/groupField';
import { shown, wrongInput } from '../values';

interface Entry {
	slug?: unknown;
	kind?: unknown;
	value?: unknown;
	values?: unknown;
}

const SET_TO = [
	{ name: 'No Value (Clear)', value: 'clear' },
	{ name: 'One Value', value: 'single' },
	{ name: 'Several Values', value: 'multiple' },
];

/** Reads custom fields in the form that Pylon takes: `[{ slug, value | values }]`; a slug alone unsets the field. */
function readEntries(context: IExecuteSingleFunctions, stored: unknown) {
	const slugs = new Set<string>();
	return entriesOf(stored, 'field').map((entry) => {
		const { slug, kind, value, values } = { kind: 'single', ...entry } as Entry;
		if (isBlank(slug)) {
			throw wrongInput(
				context,
				"A custom field has no 'Slug'",
				"Fill in 'Slug' of each entry under 'Custom Fields', or remove the entry.",
			);
		}
		const name = readText(slug, 'Slug');
		if (slugs.has(name)) {
			throw wrongInput(
				context,
				`The custom field '${name}' appears twice`,
				"Keep one entry for each field under 'Custom Fields'.",
			);
		}
		slugs.add(name);
		const set = readChoice(kind, `Set To (${name})`, SET_TO);
		if (set === 'clear') return { slug: name };
		const given = set === 'multiple' ? values : value;
		if (isBlank(given)) {
			throw wrongInput(
				context,
				`The custom field '${name}' has no usable value`,
				`It is ${shown(given)}. Fill it in, or remove the entry; to clear the field, choose 'No Value (Clear)'.`,
			);
		}
		if (set === 'multiple') return { slug: name, values: readList(given, `Values (${name})`) };
		if (isMomentObject(given))
			return {
				slug: name,
				value: toRfc3339(readMoment(given, `Value (${name})`, context.getTimezone())),
			};
		if (typeof given === 'object') {
			throw wrongInput(
				context,
				`The custom field '${name}' has no usable value`,
				`Its 'Value' is ${shown(given)}. Use text, a number, or true or false. For a list, choose 'Several Values'; to clear the field, choose 'No Value (Clear)'.`,
			);
		}
		return { slug: name, value: readFreeText(given, `Value (${name})`) };
	});
}

const ENTRIES = {
	displayName: 'Custom Fields',
	name: 'customFields',
	property: 'custom_fields',
	placeholder: 'Add Field',
	entry: {
		name: 'field',
		displayName: 'Field',
		values: [
			{
				displayName: 'Slug',
				name: 'slug',
				type: 'string',
				default: '',
				placeholder: 'e.g. plan',
				description: 'The name of the field in the API',
			},
			{
				displayName: 'Set To',
				name: 'kind',
				type: 'options',
				default: 'single',
				options: SET_TO,
			},
			{
				displayName: 'Value',
				name: 'value',
				placeholder: 'e.g. enterprise',
				type: 'string',
				default: '',
				displayOptions: { show: { kind: ['single'] } },
				description:
					'For a select field, the slug of the option. For a user or another record, its ID.',
			},
			{
				displayName: 'Values',
				name: 'values',
				type: 'string',
				default: '',
				placeholder: 'e.g. emea, priority-support',
				displayOptions: { show: { kind: ['multiple'] } },
				description:
					'For a multiselect field, the slugs of the options, separated by commas, or an expression that returns an array',
			},
		],
	},
} satisfies Partial<Group>;

/**
 * By slug, for `additionalFields` and `updateFields` of records whose fields Pylon's API cannot list: `GET /custom-fields`
 * knows neither feature requests nor custom objects (openapi.yaml). All others have the mapper, `customFields.ts`.
 */
export const customFieldEntries = groupField({
	...ENTRIES,
	description:
		'Values of the custom fields of your workspace. Fields that are not listed stay as they are.',
	read: readEntries,
});

/** Custom objects take a map instead, keyed by slug (openapi.yaml, `createCustomObject`). */
function readMap(context: IExecuteSingleFunctions, given: unknown): IDataObject {
	const entries = readEntries(context, given);
	const lost = entries.find(({ slug }) => slug in Object.prototype);
	if (lost !== undefined) {
		// n8n's HTTP client drops such keys without a word.
		throw wrongInput(
			context,
			`The custom field '${lost.slug}' cannot be sent`,
			"Correct the 'Slug' under 'Custom Fields': Pylon cannot have a field with this name.",
		);
	}
	return Object.fromEntries(entries.map((entry) => [entry.slug, entry]));
}

/** For the `additionalFields` and `updateFields` of custom objects. */
export const customFieldEntriesOfObject = groupField({
	...ENTRIES,
	description:
		"Values of the fields of this type of object. The slug 'account' links it to an account by ID. Fields that are not listed stay as they are.",
	read: readMap,
});
