import type { IExecuteSingleFunctions } from 'n8n-workflow';
import {
	CHECK_EXPRESSION,
	findChoice,
	isBlank,
	isBlankList,
	isMomentObject,
	plainDecimal,
	readChoice,
	readDay,
	readFreeText,
	readList,
	readMoment,
	readNumber,
	readReference,
	readSwitch,
	readText,
	readUrl,
	shown,
	toRfc3339,
	WrongInput,
	type Choice,
} from '../../../shared/input';
import { nothingFor, type IfEmpty } from '../ifEmpty';
import type { CustomFieldColumn } from './customFieldColumn';

/** A custom field of one item: the value to write, and what is known of the field. */
export interface GivenField {
	slug: string;
	value: unknown;
	/** Undefined before the definitions have been read, or when the workspace has no such field. */
	column?: CustomFieldColumn;
}

/**
 * A custom field in the form that Pylon takes (openapi.yaml, `CustomFieldValue`): all values are text, and a slug alone
 * unsets the field.
 */
export interface WrittenField {
	slug: string;
	value?: string;
	values?: string[];
}

const nameOf = ({ slug, column }: GivenField) => `Custom Fields: ${column?.displayName ?? slug}`;

const choicesOf = ({ column }: GivenField): Choice[] =>
	(column?.options ?? [])
		.filter(({ value }) => value !== '')
		.map(({ name, value }) => ({ name, value }));

/** Returns text as it is where no list of options tells what else it could mean. */
function readOption(value: unknown, field: GivenField): string {
	const choices = choicesOf(field);
	if (choices.length === 0) return readText(value, nameOf(field));
	if (findChoice(value, choices) !== undefined)
		return String(readChoice(value, nameOf(field), choices));
	const names = choices.slice(0, 20).map(({ name, value: slug }) => `${name} (${String(slug)})`);
	throw new WrongInput(
		`The custom field '${field.column?.displayName ?? field.slug}' has no option ${shown(value)}`,
		`Its options are ${names.join(', ')}${choices.length > names.length ? ` and ${choices.length - names.length} more` : ''}. If the option is new in Pylon, open the node and refresh the list of 'Custom Fields'.`,
	);
}

function readOptions(field: GivenField): string[] {
	const { value } = field;
	// A label may have a comma in it.
	const isOne = typeof value === 'string' && findChoice(value, choicesOf(field)) !== undefined;
	const given = isOne ? [value] : readList(value, nameOf(field));
	return [...new Set(given.map((one) => readOption(one, field)))];
}

/**
 * @param field a field to write
 * @returns whether it names a person who has to be looked up. An entry of the list has an email in it too, and needs no
 * look-up.
 */
export const isPersonByEmail = (field: GivenField): boolean =>
	field.column?.pylonType === 'user' &&
	typeof field.value === 'string' &&
	field.value.includes('@') &&
	findChoice(field.value, choicesOf(field)) === undefined;

/** Reads a person's ID, or an entry of the list; emails have been looked up before. */
function readPerson(field: GivenField): string {
	const chosen = findChoice(field.value, choicesOf(field));
	return readReference(chosen?.value ?? field.value, nameOf(field)).value;
}

/** Reads lists as lists, dates as moments, and anything else as text. */
function readByNature({ value, ...field }: GivenField, zone: string): Omit<WrittenField, 'slug'> {
	const name = nameOf({ value, ...field });
	if (Array.isArray(value)) return { values: readList(value, name) };
	if (isMomentObject(value)) return { value: toRfc3339(readMoment(value, name, zone)) };
	return { value: readFreeText(value, name) };
}

function read(field: GivenField, zone: string): Omit<WrittenField, 'slug'> {
	const { value, column } = field;
	const name = nameOf(field);
	switch (column?.pylonType) {
		case 'number':
		case 'decimal':
			return { value: plainDecimal(readNumber(value, name)) };
		case 'boolean':
			return { value: String(readSwitch(value, name)) };
		case 'date':
			return { value: readDay(value, name, zone) };
		case 'datetime':
			return { value: toRfc3339(readMoment(value, name, zone)) };
		case 'select':
			return { value: readOption(value, field) };
		case 'multiselect':
			return { values: readOptions(field) };
		case 'url':
			return { value: readUrl(value, name).href };
		case 'user':
			return { value: readPerson(field) };
		case 'text':
			return { value: readFreeText(value, name) };
		default:
			return readByNature(field, zone);
	}
}

/**
 * @param field a field without a value
 * @param ifEmpty what the user wants to be done with it
 * @returns the field as Pylon takes it; undefined when it is left out
 * @throws WrongInput when it is refused
 */
export function writeNothing(field: GivenField, ifEmpty: IfEmpty): WrittenField | undefined {
	if (ifEmpty === 'leaveOut') return undefined;
	if (ifEmpty === 'clear') return { slug: field.slug };
	const { message, description } = nothingFor(nameOf(field), ifEmpty, true);
	throw new WrongInput(message, description);
}

/**
 * @param field a field of one item
 * @returns whether it has no value: a list of nothing but blank entries is none, for a field of several values
 */
export const hasNoValue = ({ value, column }: GivenField): boolean =>
	isBlank(value) || (column?.pylonType === 'multiselect' && isBlankList(value));

/**
 * @param context the item's context
 * @param field a field with a value; an empty list unsets it. Without a column its type follows from the value.
 * @returns the field as Pylon takes it: options by slug, dates as 2026-12-31, moments as RFC 3339
 * @throws WrongInput when the field is read-only, has no such option, or its value is of another kind
 */
export function toWrittenField(
	context: Pick<IExecuteSingleFunctions, 'getTimezone'>,
	field: GivenField,
): WrittenField {
	const { slug, column } = field;
	if (column?.readOnly) {
		throw new WrongInput(
			`The custom field '${column.displayName}' cannot be changed`,
			"Pylon gets its value from another system. Remove the field from 'Custom Fields'.",
		);
	}
	if (isBlank(field.value))
		throw new WrongInput(`The custom field '${slug}' has no value`, CHECK_EXPRESSION);
	const written = read(field, context.getTimezone());
	if (written.values?.length !== 0) return { slug, ...written };
	if (!isBlankList(field.value)) return { slug };
	throw new WrongInput(`The custom field '${slug}' has no value`, CHECK_EXPRESSION);
}
