import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import {
	isBlank,
	isBlankList,
	isMomentObject,
	readChoice,
	readFreeText,
	readList,
	readMoment,
	readText,
	toRfc3339,
} from '../../../shared/input';
import { entriesOf, groupField, type Group } from '../groups/groupField';
import { emptyAdvice, ifEmptyIn } from '../ifEmpty';
import { shown, wrongInput } from '../values';
import type { WrittenField } from './customFieldValue';

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

/**
 * Reads custom fields in the form that Pylon takes: `[{ slug, value | values }]`; a slug alone unsets the field. An entry
 * without a value is left out, unset or refused, as 'If a Value Is Empty' says.
 */
function readEntries(context: IExecuteSingleFunctions, stored: unknown): WrittenField[] {
	const slugs = new Set<string>();
	return entriesOf(stored, 'field').flatMap((entry): WrittenField | [] => {
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
		if (set === 'multiple' ? isBlankList(given) : isBlank(given)) {
			const ifEmpty = ifEmptyIn(context);
			if (ifEmpty === 'leaveOut') return [];
			if (ifEmpty === 'clear') return { slug: name };
			throw wrongInput(
				context,
				`The custom field '${name}' has no usable value`,
				`It is ${shown(given)}. Fill it in, or remove the entry; to clear the field, choose 'No Value (Clear)'. ${emptyAdvice(true)}`,
			);
		}
		if (set === 'multiple') {
			const list = readList(given, `Values (${name})`);
			return list.length === 0 ? { slug: name } : { slug: name, values: list };
		}
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
	read: (context, given) => {
		const entries = readEntries(context, given);
		return entries.length === 0 ? undefined : (entries as unknown as IDataObject[]);
	},
});

/** Custom objects take a map instead, keyed by slug (openapi.yaml, `createCustomObject`). */
function readMap(context: IExecuteSingleFunctions, given: unknown): IDataObject | undefined {
	const entries = readEntries(context, given);
	if (entries.length === 0) return undefined;
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
