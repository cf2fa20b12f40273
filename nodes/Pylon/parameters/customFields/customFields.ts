import type { IDataObject, IExecuteSingleFunctions, PreSendAction } from 'n8n-workflow';
import { listed, WrongInput } from '../../../shared/input';
import { fieldText } from '../../../shared/client/envelope';
import { announceRecord } from '../../records/batchLookUp';
import { mayBeUnlisted } from '../../records/customFieldOptions';
import { readPicked } from '../../records/readReference';
import { idOf } from '../../records/resolveReference';
import { user } from '../../records/user';
import { beforeSending, checkedBy, type Call } from '../../run/operationPlan';
import { ifEmptyIn } from '../ifEmpty';
import { bodyOf } from '../values';
import { objectTypeOf, toColumn, type CustomFieldColumn } from './customFieldColumn';
import {
	columnsOf,
	JSON_FORM,
	MAPPER,
	readJsonForm,
	readMapper,
	readParameter,
} from './customFieldsInput';
import {
	hasNoValue,
	isPersonByEmail,
	toWrittenField,
	writeNothing,
	type GivenField,
	type WrittenField,
} from './customFieldValue';

/** A field whose value cannot be read before Pylon has given its definition, or the person with an email. */
class OpenField {
	readonly slug: string;

	readonly value: unknown;

	constructor(readonly field: GivenField) {
		({ slug: this.slug, value: this.value } = field);
	}
}

/** A field of the item in the form that Pylon takes; undefined when it is left out. */
function readField(
	context: IExecuteSingleFunctions,
	field: GivenField,
	isJson: boolean,
): WrittenField | OpenField | undefined {
	if (isJson && field.value === null) return { slug: field.slug };
	if (hasNoValue(field)) return writeNothing(field, ifEmptyIn(context) ?? 'refuse');
	if (isPersonByEmail(field))
		announceRecord(context, user, readPicked(context, field.value, field.slug, user));
	return field.column === undefined || isPersonByEmail(field)
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
			`The custom field '${twice}' appears twice`,
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

/** The definitions of the workspace; one request for all items of a run. */
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

/** Pylon ignores what it does not know (docs/pylon-api-notes.md#bodies), so that a wrong slug would write nothing. */
function definitionOf(
	definitions: Map<string, CustomFieldColumn>,
	slug: string,
): CustomFieldColumn | undefined {
	const column = definitions.get(slug);
	if (column !== undefined || definitions.size === 0 || mayBeUnlisted(slug)) return column;
	const choices = [...definitions.values()].map(({ id, displayName }) => ({
		name: displayName,
		value: id,
	}));
	throw new WrongInput(
		`Your workspace has no custom field '${slug}'`,
		`Use the slug of one of these: ${listed(choices)}.`,
	);
}

async function close(call: Call, { field: given }: OpenField): Promise<WrittenField | undefined> {
	const field =
		given.column === undefined
			? { ...given, column: definitionOf(await definitionsOf(call), given.slug) }
			: given;
	if (hasNoValue(field)) return writeNothing(field, ifEmptyIn(call.context) ?? 'refuse');
	if (!isPersonByEmail(field)) return toWrittenField(call.context, field);
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
	const fields: unknown[] = [];
	for (const field of body.custom_fields as unknown[])
		fields.push(field instanceof OpenField ? await close(call, field) : field);
	const written = fields.filter((field) => field !== undefined);
	if (written.length > 0) body.custom_fields = written as IDataObject[];
	else delete body.custom_fields;
	// 'Create or Update' may have nothing but its identifiers, which are not in the body.
	if (call.request.method !== 'PATCH' || Object.keys(body).length > 0) return;
	throw new WrongInput(
		`There is nothing to change: no field of '${MAPPER}' has a value`,
		"Check the expressions, or choose another way under 'If a Value Is Empty'.",
	);
});

/**
 * The `preSend` of the parameter `customFields`: takes the values from the mapper and from its JSON form (`custom_fields` in
 * the body) and puts them into the body as Pylon takes them, `[{ slug, value | values }]`. Values are read by the field's
 * type in both forms. Where the mapper has not loaded the definitions, they are fetched once a run.
 *
 * Only fields that were chosen are written. Where one yields nothing, 'If a Value Is Empty' decides, but null in JSON unsets
 * it. A field that was added to the mapper and left empty is refused, since n8n's editor does not tell it apart from one
 * that appeared when the list was refreshed: nobody wanted it dropped or emptied. With automatic mapping,
 * the fields of the incoming item are written, and read-only ones are left out; elsewhere a read-only field is refused.
 */
export const customFieldsInBody: PreSendAction = async function (request) {
	await readBody.call(this, request);
	return await closeFields.call(this, request);
};
