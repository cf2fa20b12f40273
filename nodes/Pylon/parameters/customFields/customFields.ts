import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import type { CustomFieldColumn } from './customFieldColumn';
import { isRecord } from '../../../shared/client/envelope';
import { beforeOtherSteps } from '../../run/operationPlan';
import { isToolCall, withoutLeftOut } from '../../run/tool';
import { toWrittenField, type GivenField } from './customFieldValue';
import { bodyOf, shown, wrongInput } from '../values';

const MAPPER = 'Custom Fields';
const JSON_FORM = 'Custom Fields (JSON)';

/** Values by slug from an object or its JSON text. */
function toValues(context: IExecuteSingleFunctions, given: unknown, displayName: string): IDataObject {
	let values = given;
	if (typeof given === 'string') {
		try {
			values = JSON.parse(given);
		} catch {
			values = undefined;
		}
	}
	if (isRecord(values)) return values;
	throw wrongInput(
		context,
		given === undefined ? `'${displayName}' yields nothing` : `'${displayName}' has to be an object with values by slug`,
		given === undefined
			? 'Check that the incoming item has the field that the expression reads. For no custom fields let it yield {}.'
			: `It is ${shown(given)}. Write it like {"plan": "team", "regions": ["emea"], "notes": null}.`,
	);
}

const isNothing = (given: unknown) => given === null || (typeof given === 'string' && given.trim() === '');

interface Mapper {
	mappingMode?: unknown;
	value?: unknown;
	schema?: unknown;
}

/** As n8n stores it: `{ mappingMode, value, schema }` (n8n-workflow 2.41, `ResourceMapperValue`). */
const isMapper = (given: unknown): given is Mapper =>
	isRecord(given) && 'mappingMode' in given && ('value' in given || 'schema' in given);

function evaluated(context: IExecuteSingleFunctions, raw: unknown): unknown {
	if (typeof raw === 'string') return raw.startsWith('=') ? context.evaluateExpression(raw.slice(1), context.getItemIndex()) : raw;
	if (Array.isArray(raw)) return raw.map((entry: unknown) => evaluated(context, entry));
	if (!isRecord(raw)) return raw;
	return Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, evaluated(context, value)]));
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
function unfilled(columns: CustomFieldColumn[], values: IDataObject): CustomFieldColumn | undefined {
	return columns.find(({ id, removed, readOnly }) => removed === false && readOnly !== true && !Object.hasOwn(values, id));
}

function fromInput(context: IExecuteSingleFunctions, columns: CustomFieldColumn[]): IDataObject {
	if (columns.length === 0) {
		throw wrongInput(
			context,
			`'${MAPPER}' does not know which fields to map`,
			"Open the node, so that it loads the custom fields of your workspace, or choose 'Map Each Column Manually'.",
		);
	}
	const { json } = context.getInputData();
	const writable = columns.filter(({ id, readOnly }) => readOnly !== true && json[id] !== undefined);
	return Object.fromEntries(writable.map(({ id }) => [id, json[id]]));
}

function fromForm(context: IExecuteSingleFunctions, given: unknown, columns: CustomFieldColumn[]): IDataObject {
	if (isNothing(given)) return {};
	const values = toValues(context, given, MAPPER);
	const empty = unfilled(columns, values);
	// A model has to say something to each field that it was given; empty text does not empty the field then.
	if (empty === undefined) return isToolCall(context) ? withoutLeftOut(values) : values;
	throw wrongInput(
		context,
		`The custom field '${empty.displayName}' has no value`,
		`It was added to '${MAPPER}' and left empty. Fill it in or remove it. To empty it in Pylon, give it the expression {{ null }}.`,
	);
}

/** What the mapper holds, or what an expression or an AI model put in its place: values by slug. */
function readMapper(context: IExecuteSingleFunctions, columns: CustomFieldColumn[], given: unknown): IDataObject {
	if (isNothing(given)) return {};
	if (!isMapper(given)) return toValues(context, given, MAPPER);
	return given.mappingMode === 'autoMapInputData' ? fromInput(context, columns) : fromForm(context, given.value, columns);
}

function columnsOf(given: unknown): CustomFieldColumn[] {
	const schema = isMapper(given) && Array.isArray(given.schema) ? given.schema : [];
	return schema.filter(isRecord) as unknown as CustomFieldColumn[];
}

function readJson(context: IExecuteSingleFunctions, body: IDataObject): IDataObject {
	if (!('custom_fields' in body) || isNothing(body.custom_fields)) return {};
	return toValues(context, body.custom_fields, JSON_FORM);
}

/**
 * The `preSend` of the parameter `customFields`: puts what the mapper and its JSON form (`custom_fields` in the body)
 * hold into the body as Pylon takes it, `[{ slug, value | values }]`. Goes before other steps: one of them asks whether
 * there is anything to change.
 *
 * A field is written when it was chosen, and only then. null and empty text unset it in Pylon. A field that was added to
 * the mapper and left empty is refused, since n8n's editor does not tell it apart from one that appeared when the list was
 * refreshed: neither dropping nor emptying it would be what somebody asked for. With automatic mapping, the fields that
 * the incoming item has are written, read-only ones left out; elsewhere a read-only field is refused.
 */
export const customFieldsInBody = beforeOtherSteps(function (request) {
	const body = bodyOf(request);
	const given = readParameter(this);
	const columns = columnsOf(given);
	const mapped = readMapper(this, columns, given);
	const bySlug = readJson(this, body);
	delete body.custom_fields;
	const twice = Object.keys(bySlug).find((slug) => Object.hasOwn(mapped, slug));
	if (twice !== undefined) {
		throw wrongInput(
			this,
			`The custom field '${twice}' is there twice`,
			`It is in '${MAPPER}' and in '${JSON_FORM}'. Keep one of them.`,
		);
	}
	const columnBySlug = new Map(columns.map((column) => [column.id, column]));
	const fields = Object.entries({ ...mapped, ...bySlug }).map(
		([slug, value]): GivenField => ({ slug, value, column: columnBySlug.get(slug) }),
	);
	if (fields.length > 0) body.custom_fields = fields.map((field) => toWrittenField(this, field));
});
