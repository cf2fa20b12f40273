import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import {
	isBlank,
	isBlankForModel,
	isJsonObject,
	isMomentObject,
	readJson,
	readText,
	shown,
	WrongInput,
	type JsonObject,
} from '../../../shared/input';
import { customFieldsOf } from '../../records/simplified/simplifyHelpers';
import { isRecord } from '../../../shared/client/envelope';
import { isToolCall, withoutLeftOut } from '../../run/tool';
import { ifEmptyIn, nothingFor } from '../ifEmpty';
import { wrongInput } from '../values';
import type { CustomFieldColumn } from './customFieldColumn';

export const MAPPER = 'Custom Fields';
export const JSON_FORM = 'Custom Fields (JSON)';

const EXAMPLE = '{"plan": "team", "regions": ["emea"], "notes": null}';

/** The keys of a custom field as Pylon sends it (docs/pylon-api-notes.md#custom-fields). */
const SENT_KEYS = ['slug', 'value', 'values', 'interpreted_value', 'interpreted_values'];

function isAsSent(slug: string, value: unknown): boolean {
	if (!isJsonObject(value) || isMomentObject(value)) return false;
	const keys = Object.keys(value);
	return (
		keys.length > 0 &&
		keys.every((key) => SENT_KEYS.includes(key)) &&
		(!keys.includes('slug') || value.slug === slug)
	);
}

/** The value of a field that Pylon has sent; null where it has none. */
function sentValue(slug: string, field: unknown): unknown {
	const value = customFieldsOf({ [slug]: field })[slug];
	return isBlank(value) || (Array.isArray(value) && value.length === 0) ? null : value;
}

/**
 * Values by slug from an object or its JSON text. A field in the form in which Pylon sends it, `{ value }` or `{ value: '',
 * values }`, counts as its value.
 */
function toValues(given: unknown, displayName: string): JsonObject {
	if (given === undefined) {
		throw new WrongInput(
			`The expression in '${displayName}' returns nothing`,
			'Check that the incoming item has the field that the expression reads. To set no custom fields, let it return {}.',
		);
	}
	const values = readJson(given, displayName, EXAMPLE);
	if (!isJsonObject(values) || isMomentObject(values)) {
		throw new WrongInput(
			`'${displayName}' has to be an object with values by slug`,
			`It is ${shown(given)}. Write it like ${EXAMPLE}.`,
		);
	}
	const bySlug = new Map<string, unknown>();
	for (const [key, value] of Object.entries(values)) {
		const slug = readSlug(key, displayName);
		if (bySlug.has(slug)) {
			throw new WrongInput(
				`The custom field '${slug}' appears twice`,
				`Keep one of them in '${displayName}'.`,
			);
		}
		bySlug.set(slug, isAsSent(key, value) ? sentValue(key, value) : value);
	}
	return Object.fromEntries(bySlug);
}

function readSlug(key: string, displayName: string): string {
	if (!isBlank(key)) return readText(key, displayName);
	throw new WrongInput(
		`'${displayName}' has a field without a slug`,
		`Write it like ${EXAMPLE}. If the slug is an expression, check that it returns one.`,
	);
}

const isNothing = (given: unknown) =>
	given === null || (typeof given === 'string' && isBlank(given));

interface Mapper {
	mappingMode?: unknown;
	value?: unknown;
	schema?: unknown;
}

/**
 * Recognizes the form in which n8n stores a mapper: `{ mappingMode, value, schema }` (n8n-workflow 2.41,
 * `ResourceMapperValue`).
 */
const isMapper = (given: unknown): given is Mapper =>
	isRecord(given) && 'mappingMode' in given && ('value' in given || 'schema' in given);

function evaluated(context: IExecuteSingleFunctions, raw: unknown): unknown {
	if (typeof raw === 'string')
		return raw.startsWith('=')
			? context.evaluateExpression(raw.slice(1), context.getItemIndex())
			: raw;
	if (Array.isArray(raw)) return raw.map((entry: unknown) => evaluated(context, entry));
	if (!isRecord(raw)) return raw;
	return Object.fromEntries(
		Object.entries(raw).map(([key, value]) => [key, evaluated(context, value)]),
	);
}

/**
 * Reads the parameter with its expressions evaluated, but without the definitions that n8n stores beside the values: looking
 * for expressions in those takes n8n's `getNodeParameter` several milliseconds per item where there are hundreds of fields.
 * @param context the item's context
 * @returns the mapper's value without its definitions, or what an expression or an AI model gave instead
 * @throws what n8n throws when an expression fails
 */
export function readParameter(context: IExecuteSingleFunctions): unknown {
	const raw: unknown = context.getNodeParameter('customFields', '', { rawExpressions: true });
	return isMapper(raw) ? { ...raw, value: evaluated(context, raw.value) } : evaluated(context, raw);
}

/** A column that the user added to the mapper and left without a value: n8n's editor stores no key for it. */
function unfilled(columns: CustomFieldColumn[], values: JsonObject): CustomFieldColumn | undefined {
	return columns.find(
		({ id, removed, readOnly }) =>
			removed === false && readOnly !== true && !Object.hasOwn(values, id),
	);
}

function fromInput(context: IExecuteSingleFunctions, columns: CustomFieldColumn[]): JsonObject {
	if (columns.length === 0) {
		throw wrongInput(
			context,
			`'${MAPPER}' does not know which fields to map`,
			"Open the node to load the custom fields of your workspace, or choose 'Map Each Column Manually'.",
		);
	}
	const { json } = context.getInputData();
	const writable = columns.filter(
		({ id, readOnly }) => readOnly !== true && Object.hasOwn(json, id) && json[id] !== undefined,
	);
	return Object.fromEntries(writable.map(({ id }) => [id, json[id]]));
}

function fromForm(
	context: IExecuteSingleFunctions,
	given: unknown,
	columns: CustomFieldColumn[],
): JsonObject {
	if (isNothing(given)) return {};
	const values = toValues(given, MAPPER);
	const empty = unfilled(columns, values);
	// A model has to say something to each field that it was given; empty text does not empty the field then.
	if (empty === undefined) return isToolCall(context) ? withoutLeftOut(values) : values;
	throw wrongInput(
		context,
		`The custom field '${empty.displayName}' has no value`,
		`It was added to '${MAPPER}' but left empty. Fill it in or remove it. To clear it in Pylon, enter the expression {{ null }} and choose 'Clear' under 'If a Value Is Empty'.`,
	);
}

/**
 * Reads the values from the mapper, or from what an expression or an AI model gave instead.
 * @param context the item's context
 * @param columns the fields that the mapper knows, with their types
 * @param given see `readParameter`
 * @returns the values by slug, not yet read by type; empty where the parameter is
 * @throws NodeOperationError when a field was added and left without a value, or columns are mapped automatically and none
 * is known; WrongInput when the value is no object
 */
export function readMapper(
	context: IExecuteSingleFunctions,
	columns: CustomFieldColumn[],
	given: unknown,
): JsonObject {
	if (isNothing(given)) return {};
	if (!isMapper(given)) return toValues(given, MAPPER);
	return given.mappingMode === 'autoMapInputData'
		? fromInput(context, columns)
		: fromForm(context, given.value, columns);
}

/**
 * @param given the mapper as n8n stores it with the node
 * @returns the fields that the mapper has loaded
 */
export function columnsOf(given: unknown): CustomFieldColumn[] {
	const schema = isMapper(given) && Array.isArray(given.schema) ? given.schema : [];
	return schema.filter(isRecord) as unknown as CustomFieldColumn[];
}

/**
 * @param context the item's context
 * @param body the request's body, in which n8n has put 'Custom Fields (JSON)'
 * @returns its values by slug; none where the parameter was not added
 * @throws WrongInput when it is empty, or no JSON object
 */
export function readJsonForm(context: IExecuteSingleFunctions, body: IDataObject): JsonObject {
	if (!('custom_fields' in body)) return {};
	if (isNothing(body.custom_fields)) throw nothingFor(JSON_FORM, ifEmptyIn(context));
	const values = toValues(body.custom_fields, JSON_FORM);
	return isToolCall(context) ? withoutLeftOut(values, isLeftOutInJson) : values;
}

/** A null in JSON empties the field, even when a model writes it. */
const isLeftOutInJson = (value: unknown): boolean => value !== null && isBlankForModel(value);
