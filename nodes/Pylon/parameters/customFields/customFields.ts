import type { IDataObject, IExecuteSingleFunctions, PreSendAction } from 'n8n-workflow';
import {
	isBlank,
	isBlankForModel,
	isJsonObject,
	isMomentObject,
	readJson,
	shown,
	WrongInput,
	type JsonObject,
} from '../../../shared/input';
import { fieldText, isRecord } from '../../../shared/client/envelope';
import { wantRecord } from '../../records/batchLookUp';
import { readPicked } from '../../records/readReference';
import { idOf } from '../../records/resolveReference';
import { user } from '../../records/user';
import { beforeSending, checkedBy, type Call } from '../../run/operationPlan';
import { isToolCall, withoutLeftOut } from '../../run/tool';
import { ifEmptyIn } from '../ifEmpty';
import { bodyOf, wrongInput } from '../values';
import { objectTypeOf, toColumn, type CustomFieldColumn } from './customFieldColumn';
import {
	toWrittenField,
	writeNothing,
	type GivenField,
	type WrittenField,
} from './customFieldValue';

const MAPPER = 'Custom Fields';
const JSON_FORM = 'Custom Fields (JSON)';

const EXAMPLE = '{"plan": "team", "regions": ["emea"], "notes": null}';

/** Values by slug from an object or its JSON text. What Pylon itself sends for a field, `{ slug, value }`, stands for its value. */
function toValues(given: unknown, displayName: string): JsonObject {
	if (given === undefined) {
		throw new WrongInput(
			`'${displayName}' yields nothing`,
			'Check that the incoming item has the field that the expression reads. For no custom fields let it yield {}.',
		);
	}
	const values = readJson(given, displayName, EXAMPLE);
	if (!isJsonObject(values) || isMomentObject(values)) {
		throw new WrongInput(
			`'${displayName}' has to be an object with values by slug`,
			`It is ${shown(given)}. Write it like ${EXAMPLE}.`,
		);
	}
	return Object.fromEntries(
		Object.entries(values).map(([slug, value]) => [
			slug,
			isJsonObject(value) && value.slug === slug ? (value.values ?? value.value ?? null) : value,
		]),
	);
}

const isNothing = (given: unknown) =>
	given === null || (typeof given === 'string' && isBlank(given));

interface Mapper {
	mappingMode?: unknown;
	value?: unknown;
	schema?: unknown;
}

/** As n8n stores it: `{ mappingMode, value, schema }` (n8n-workflow 2.41, `ResourceMapperValue`). */
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
 * The parameter with its expressions evaluated, but not the definitions that n8n stores beside the values: looking for
 * expressions in those takes n8n's `getNodeParameter` several milliseconds per item where there are hundreds of fields.
 */
function readParameter(context: IExecuteSingleFunctions): unknown {
	const raw: unknown = context.getNodeParameter('customFields', '', { rawExpressions: true });
	return isMapper(raw) ? { ...raw, value: evaluated(context, raw.value) } : evaluated(context, raw);
}

/** Columns that the user added to the mapper and left without a value: n8n's editor stores no key for them. */
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
			"Open the node, so that it loads the custom fields of your workspace, or choose 'Map Each Column Manually'.",
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
		`It was added to '${MAPPER}' and left empty. Fill it in or remove it. To empty it in Pylon, give it the expression {{ null }} and choose 'Clear' under 'If a Value Is Empty'.`,
	);
}

/** What the mapper holds, or what an expression or an AI model put in its place: values by slug. */
function readMapper(
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

function columnsOf(given: unknown): CustomFieldColumn[] {
	const schema = isMapper(given) && Array.isArray(given.schema) ? given.schema : [];
	return schema.filter(isRecord) as unknown as CustomFieldColumn[];
}

function readJsonForm(context: IExecuteSingleFunctions, body: IDataObject): JsonObject {
	if (!('custom_fields' in body) || isNothing(body.custom_fields)) return {};
	const values = toValues(body.custom_fields, JSON_FORM);
	return isToolCall(context) ? withoutLeftOut(values, isLeftOutInJson) : values;
}

/** A null in JSON says that the field is to be emptied, also when a model writes it. */
const isLeftOutInJson = (value: unknown): boolean => value !== null && isBlankForModel(value);

/** A field whose value cannot be read before Pylon has been asked: for its definition, or for a person by email. */
class OpenField {
	readonly slug: string;

	readonly value: unknown;

	constructor(readonly field: GivenField) {
		({ slug: this.slug, value: this.value } = field);
	}
}

const isUserByEmail = ({ column, value }: GivenField): boolean =>
	column?.pylonType === 'user' && typeof value === 'string' && value.includes('@');

/** A field of the item as it is written; undefined when it is left out. */
function readField(
	context: IExecuteSingleFunctions,
	field: GivenField,
	isJson: boolean,
): WrittenField | OpenField | undefined {
	if (isJson && field.value === null) return { slug: field.slug };
	if (isBlank(field.value)) return writeNothing(field, ifEmptyIn(context) ?? 'refuse');
	if (isUserByEmail(field))
		wantRecord(context, user, readPicked(context, field.value, field.slug, user));
	return field.column === undefined || isUserByEmail(field)
		? new OpenField(field)
		: toWrittenField(context, field);
}

const readBody = beforeSending(function (request) {
	const body = bodyOf(request);
	const given = readParameter(this);
	const columns = columnsOf(given);
	const mapped = readMapper(this, columns, given);
	const bySlug = readJsonForm(this, body);
	delete body.custom_fields;
	const twice = Object.keys(bySlug).find((slug) => Object.hasOwn(mapped, slug));
	if (twice !== undefined) {
		throw new WrongInput(
			`The custom field '${twice}' is there twice`,
			`It is in '${MAPPER}' and in '${JSON_FORM}'. Keep one of them.`,
		);
	}
	const columnBySlug = new Map(columns.map((column) => [column.id, column]));
	const fields = [
		...Object.entries(mapped).map(([slug, value]) =>
			readField(this, { slug, value, column: columnBySlug.get(slug) }, false),
		),
		...Object.entries(bySlug).map(([slug, value]) =>
			readField(this, { slug, value, column: columnBySlug.get(slug) }, true),
		),
	].filter((field) => field !== undefined);
	if (fields.length > 0) body.custom_fields = fields as unknown as IDataObject[];
});

/** The definitions of the workspace; asked for once for all items of a run. */
async function definitionsOf({
	context,
	cached,
	send,
}: Call): Promise<Map<string, CustomFieldColumn>> {
	const objectType = objectTypeOf(
		String(context.getNodeParameter('resource')),
		String(context.getNodeParameter('operation')),
	);
	return await cached(`custom fields of ${objectType} by slug`, async () => {
		const fields = await send({ template: '/custom-fields', query: { object_type: objectType } });
		return new Map(fields.map(({ json }) => [fieldText(json.slug), toColumn(json)]));
	});
}

async function close(call: Call, { field: given }: OpenField): Promise<WrittenField> {
	const field =
		given.column === undefined
			? { ...given, column: (await definitionsOf(call)).get(given.slug) }
			: given;
	if (!isUserByEmail(field)) return toWrittenField(call.context, field);
	const displayName = `${MAPPER}: ${field.column?.displayName ?? field.slug}`;
	const value = await idOf(
		call,
		user,
		{ displayName, hasList: false },
		readPicked(call.context, field.value, displayName, user),
	);
	return toWrittenField(call.context, { ...field, value });
}

const closeFields = checkedBy(async (call) => {
	const body = bodyOf(call.request);
	if (!Array.isArray(body.custom_fields)) return;
	const fields = body.custom_fields as unknown[];
	for (const [index, field] of fields.entries())
		if (field instanceof OpenField) fields[index] = await close(call, field);
});

/**
 * The `preSend` of the parameter `customFields`: puts what the mapper and its JSON form (`custom_fields` in the body)
 * hold into the body as Pylon takes it, `[{ slug, value | values }]`. Values are read by the field's type in both forms. Where the mapper has not loaded the
 * definitions, they are asked for once a run.
 *
 * A field is written when it was chosen, and only then; of one that yields nothing, 'If a Value Is Empty' decides, but
 * null in JSON unsets it. A field that was added to the mapper and left empty is refused, since n8n's editor does not tell
 * it apart from one that appeared when the list was refreshed: neither dropping nor emptying it would be what somebody
 * asked for. With automatic mapping, the fields that the incoming item has are written, read-only ones left out; elsewhere
 * a read-only field is refused.
 */
export const customFieldsInBody: PreSendAction = async function (request) {
	await readBody.call(this, request);
	return await closeFields.call(this, request);
};
