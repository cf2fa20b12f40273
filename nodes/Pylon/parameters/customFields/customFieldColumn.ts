import type {
	FieldType,
	IDataObject,
	INodePropertyOptions,
	ResourceMapperField,
} from 'n8n-workflow';
import { fieldText, isRecord } from '../../../shared/client/envelope';

/** What Pylon calls the kinds of record whose fields it lists (openapi.yaml, `getCustomFields`), by resource. */
const OBJECT_TYPES = new Map([
	['account', 'account'],
	// The object type `call_recording` became `meeting` (docs/pylon-api-notes.md#custom-field-object-types).
	['callRecording', 'meeting'],
	['contact', 'contact'],
	['issue', 'issue'],
	['project', 'project'],
	['task', 'task'],
	// Imports are operations of one resource.
	['importContact', 'contact'],
	['importIssue', 'issue'],
]);

/**
 * @param resource of the node
 * @param operation of the node
 * @returns what Pylon calls the kind of record whose custom fields the operation writes
 */
export const objectTypeOf = (resource: string, operation: string): string =>
	OBJECT_TYPES.get(resource) ?? OBJECT_TYPES.get(operation) ?? resource;

/** A custom field as the mapper shows it and as n8n stores it with the node. */
export interface CustomFieldColumn extends ResourceMapperField {
	/**
	 * Type of the field in Pylon (docs/pylon-api-notes.md#enumerations). n8n keeps keys that it does not know, and has
	 * one type where Pylon has two: a date and a moment, one text and a list of options.
	 */
	pylonType?: string;
}

/**
 * By Pylon's type. Lists are text here: n8n's editor refuses all but a JSON array where the type is `array`, and the
 * mapper has no field for several options.
 */
const TYPES: Record<string, FieldType> = {
	number: 'number',
	decimal: 'number',
	boolean: 'boolean',
	date: 'dateTime',
	datetime: 'dateTime',
	select: 'options',
	url: 'url',
};

const LONGEST_LIST = 60;

/** Options as part of a label: n8n's mapper has no other place where they could be read. */
function listed(options: INodePropertyOptions[]): string {
	const names = options.map(({ name }) => name).join(', ');
	return names.length > LONGEST_LIST ? `${names.slice(0, LONGEST_LIST - 1)}…` : names;
}

function toOptions(metadata: unknown): INodePropertyOptions[] {
	const options = isRecord(metadata) && Array.isArray(metadata.options) ? metadata.options : [];
	return options
		.filter(isRecord)
		.filter(({ slug }) => typeof slug === 'string' && slug !== '')
		.map(({ slug, label }) => ({
			name: fieldText(label) || fieldText(slug),
			value: fieldText(slug),
		}));
}

function hintOf(type: unknown, isReadOnly: boolean, options: INodePropertyOptions[]): string {
	if (isReadOnly) return ' (read-only)';
	if (type === 'user') return ' (user ID or email)';
	return type === 'multiselect' ? ` (several of: ${listed(options)})` : '';
}

/**
 * @param definition `CustomFieldDefinition` (openapi.yaml). It says nothing about fields that have to be filled in, so
 * none is required.
 * @returns the field as the mapper shows it: read-only where Pylon takes the value from elsewhere
 */
export function toColumn({
	slug,
	label,
	type,
	is_read_only,
	select_metadata,
}: IDataObject): CustomFieldColumn {
	const isReadOnly = is_read_only === true;
	const options = toOptions(select_metadata);
	return {
		id: fieldText(slug),
		displayName: `${fieldText(label) || fieldText(slug)}${hintOf(type, isReadOnly, options)}`,
		required: false,
		defaultMatch: false,
		canBeUsedToMatch: false,
		display: true,
		type: Object.hasOwn(TYPES, fieldText(type)) ? TYPES[fieldText(type)] : 'string',
		...(options.length > 0 ? { options } : {}),
		// Without it, the editor would write down `false` for a boolean that nobody can change.
		...(isReadOnly ? { readOnly: true, defaultValue: null } : {}),
		pylonType: fieldText(type),
	};
}
