import type { IExecuteSingleFunctions } from 'n8n-workflow';
import {
	isBlank,
	isJsonObject,
	readChoice,
	readFreeText,
	readJson,
	readSwitch,
	readText,
	shown,
	WrongInput,
	type JsonObject,
} from '../../../../shared/input';
import { parameterOnce } from '../../../run/parameter';
import { FIELD_TYPES, type FieldType, type FormField } from './question';

const EXAMPLE = '[{"fieldLabel": "Amount", "fieldType": "number", "requiredField": true}]';

/** n8n's Form node has more types, which need scripts or files in the page. */
const readType = (field: JsonObject, place: string): FieldType =>
	Object.hasOwn(field, 'fieldType') && field.fieldType !== ''
		? readChoice<FieldType>(field.fieldType, `Element Type' of '${place}`, FIELD_TYPES)
		: 'text';

const optionalText = (value: unknown, displayName: string): string =>
	isBlank(value) ? '' : readFreeText(value, displayName);

/** Reads `{ values: [{ option: 'A' }] }`, n8n's form, or a list of texts. */
function readOptions(value: unknown, place: string): string[] {
	const values = isJsonObject(value) ? value.values : value;
	const options = (Array.isArray(values) ? (values as unknown[]) : [])
		.map((entry) => (isJsonObject(entry) ? entry.option : entry))
		.filter((entry) => !isBlank(entry))
		.map((entry) => readText(entry, `Field Options' of '${place}`));
	if (options.length === 0) {
		throw new WrongInput(
			`'${place}' has nothing to choose from`,
			"Add options to the field, or choose another 'Element Type'.",
		);
	}
	return [...new Set(options)];
}

function readField(field: JsonObject, index: number): FormField {
	const place = `Form Fields ${index + 1}`;
	const label = readText(field.fieldLabel, `Label' of '${place}`);
	const type = readType(field, place);
	return {
		name: isBlank(field.fieldName)
			? label
			: readText(field.fieldName, `Custom Field Name' of '${place}`),
		label,
		type,
		isRequired:
			Object.hasOwn(field, 'requiredField') &&
			readSwitch(field.requiredField, `Required Field' of '${place}`),
		options: ['checkbox', 'dropdown', 'radio'].includes(type)
			? readOptions(field.fieldOptions, place)
			: [],
		placeholder: optionalText(field.placeholder, `Placeholder' of '${place}`),
		defaultValue: optionalText(field.defaultValue, `Default Value' of '${place}`),
	};
}

function definedFields(context: IExecuteSingleFunctions): unknown {
	const define = readChoice(parameterOnce(context, 'defineForm', 'fields'), 'Define Form', [
		{ name: 'Using Fields Below', value: 'fields' },
		{ name: 'Using JSON', value: 'json' },
	]);
	if (define === 'json')
		return readJson(parameterOnce(context, 'jsonOutput', ''), 'Form Fields', EXAMPLE);
	const collection = parameterOnce(context, 'formFields', {});
	return isJsonObject(collection) ? (collection.values ?? []) : collection;
}

/**
 * @param context the item's context
 * @returns the fields of the form that the user has defined
 * @throws WrongInput when there is none, or one of a type that the page cannot have
 */
export function readFormFields(context: IExecuteSingleFunctions): FormField[] {
	const defined = definedFields(context);
	if (!Array.isArray(defined) || !defined.every(isJsonObject)) {
		throw new WrongInput(
			"'Form Fields' has to be a list of fields",
			`It is ${shown(defined)}. It should look like ${EXAMPLE}.`,
		);
	}
	const fields = defined.map(readField);
	if (fields.length === 0)
		throw new WrongInput("'Form Fields' is empty", 'Add at least one field to the form.');
	const twice = fields.find(({ name }, index) =>
		fields.slice(0, index).some((earlier) => earlier.name === name),
	);
	if (twice === undefined) return fields;
	throw new WrongInput(
		`'Form Fields' has two fields with the name ${shown(twice.name)}`,
		"Give one of them a different label, or a 'Custom Field Name'.",
	);
}
