import type { IExecuteSingleFunctions } from 'n8n-workflow';
import type { CustomFieldColumn } from './customFieldColumn';
import { toGivenList } from '../lists/lists';
import { toMoment, toRfc3339 } from '../moments/moments';
import { shown, wrongInput } from '../values';

/** A custom field of one item: what is to be written, and what the mapper knows of the field. */
export interface GivenField {
	slug: string;
	value: unknown;
	/** Missing when the fields were given by slug and the mapper never loaded the definitions. */
	column?: CustomFieldColumn;
}

interface Written {
	value?: string;
	values?: string[];
}

/** As Pylon takes it (openapi.yaml, `CustomFieldValue`): all values are text, and a slug alone unsets the field. */
export type WrittenField = Written & { slug: string };

const MOST_SHOWN = 20;

const nameOf = ({ slug, column }: GivenField) => column?.displayName ?? slug;

const parameterOf = (field: GivenField) => `Custom Fields: ${nameOf(field)}`;

function refused(context: IExecuteSingleFunctions, field: GivenField, wanted: string, advice = '') {
	return wrongInput(
		context,
		`The custom field '${nameOf(field)}' takes ${wanted}`,
		`What it was given is ${shown(field.value)}.${advice} To empty the field, let its expression yield null.`,
	);
}

function toText(context: IExecuteSingleFunctions, field: GivenField): string {
	const { value } = field;
	if (typeof value === 'string') return value;
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	if (typeof value === 'boolean') return String(value);
	throw refused(context, field, 'one value: text, a number, or true or false', ' Let the expression pick one value out of it.');
}

function toNumber(context: IExecuteSingleFunctions, field: GivenField): string {
	const text = typeof field.value === 'boolean' ? '' : toText(context, field).trim();
	if (text !== '' && Number.isFinite(Number(text))) return text;
	throw refused(context, field, 'a number', ' Write it like 1234.5, without separators and units.');
}

const BOOLEANS: Record<string, string> = { true: 'true', false: 'false', '1': 'true', '0': 'false' };

function toBoolean(context: IExecuteSingleFunctions, field: GivenField): string {
	const found = BOOLEANS[toText(context, field).trim().toLowerCase()];
	if (found !== undefined) return found;
	throw refused(context, field, 'true or false');
}

/** The slug of an option that was given by slug or label. */
function toOption(context: IExecuteSingleFunctions, field: GivenField, given: string): string {
	const options = field.column?.options ?? [];
	if (options.length === 0) return given;
	const text = given.trim();
	const same = (one: unknown) => String(one).toLowerCase() === text.toLowerCase();
	const found =
		options.find(({ value }) => value === text) ??
		options.find(({ name }) => name === text) ??
		options.find(({ value, name }) => same(value) || same(name));
	if (found !== undefined) return String(found.value);
	const names = options.slice(0, MOST_SHOWN).map(({ name, value }) => `${name} (${String(value)})`);
	const more = options.length > MOST_SHOWN ? ` and ${options.length - MOST_SHOWN} more` : '';
	throw wrongInput(
		context,
		`The custom field '${nameOf(field)}' has no option ${shown(text)}`,
		`Its options are ${names.join(', ')}${more}. If the option is new in Pylon, open the node and refresh the list of 'Custom Fields'.`,
	);
}

function toOptions(context: IExecuteSingleFunctions, field: GivenField): string[] {
	const { value, column } = field;
	// A label may have a comma in it.
	const isOne = typeof value === 'string' && (column?.options ?? []).some(({ name }) => name === value.trim());
	const given = isOne ? [value] : toGivenList(context, value, parameterOf(field));
	return [...new Set(given.map((one) => toOption(context, field, one)))];
}

/** A Date, or a DateTime of n8n's own luxon. */
const isMoment = (value: unknown) => value instanceof Date || (typeof value === 'object' && value !== null && 'toISO' in value);

function written(context: IExecuteSingleFunctions, field: GivenField): Written {
	const { value, column } = field;
	switch (column?.pylonType) {
		case 'number':
		case 'decimal':
			return { value: toNumber(context, field) };
		case 'boolean':
			return { value: toBoolean(context, field) };
		case 'date':
			// The day as it was written, in its own offset: a time zone must not move it to the day before.
			return { value: toMoment(context, value, parameterOf(field)).toISODate() ?? '' };
		case 'datetime':
			return { value: toRfc3339(toMoment(context, value, parameterOf(field))) };
		case 'select':
			return { value: toOption(context, field, toText(context, field)) };
		case 'multiselect':
			return { values: toOptions(context, field) };
		case 'text':
			return { value: toText(context, field) };
		case 'user':
		case 'url':
			return { value: toText(context, field).trim() };
		default:
			if (Array.isArray(value)) return { values: toGivenList(context, value, parameterOf(field)) };
			if (isMoment(value)) return { value: toRfc3339(toMoment(context, value, parameterOf(field))) };
			return { value: toText(context, field) };
	}
}

const isEmpty = (value: unknown) => value === null || (typeof value === 'string' && value.trim() === '');

/**
 * @param context of the item
 * @param field to write; null, empty text and an empty list unset it. Without a column its type follows from the value: an
 * array is a list, a date is a moment, all else is text.
 * @returns as Pylon takes it: options by slug, dates as 2026-12-31, moments as RFC 3339
 * @throws NodeOperationError when the field is read-only, has no such option, or its value is missing or of the wrong kind
 */
export function toWrittenField(context: IExecuteSingleFunctions, field: GivenField): WrittenField {
	const { slug, value, column } = field;
	if (column?.readOnly) {
		throw wrongInput(
			context,
			`The custom field '${nameOf(field)}' cannot be changed`,
			"Pylon takes its value from another system. Remove the field from 'Custom Fields'.",
		);
	}
	if (value === undefined) {
		throw wrongInput(
			context,
			`The custom field '${nameOf(field)}' has no value`,
			'Its expression yields nothing. Check that the incoming item has the field that the expression reads. To empty the field, let the expression yield null.',
		);
	}
	if (isEmpty(value)) return { slug };
	const result = written(context, field);
	return result.values?.length === 0 ? { slug } : { slug, ...result };
}
