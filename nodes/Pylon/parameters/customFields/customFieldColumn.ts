import type {
	FieldType,
	IDataObject,
	INodePropertyOptions,
	ResourceMapperField,
} from 'n8n-workflow';
import { fieldText } from '../../../shared/client/envelope';
import { toOptions } from '../../records/customFieldOptions';

/** Pylon's names for the kinds of record whose fields it lists (openapi.yaml, `getCustomFields`), by resource. */
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
 * @param resource a resource of the node
 * @param operation an operation of the node
 * @returns Pylon's name for the kind of record whose custom fields the operation writes
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
 * n8n's types, by Pylon's. A day is text: n8n's mapper asks for a time with every date, and offers no other field for it
 * (n8n-editor-ui 2.41, `MappingFields`).
 */
const TYPES: Record<string, FieldType> = {
	number: 'number',
	decimal: 'number',
	boolean: 'boolean',
	datetime: 'dateTime',
	multiselect: 'options',
	select: 'options',
	url: 'url',
	user: 'options',
};

/** n8n's mapper stores no list. So of a field with several options, the user can choose one, or give several by an expression. */
const several = (options: INodePropertyOptions[]): INodePropertyOptions => ({
	name: `[For Several, Use an Expression: ${options
		.slice(0, 2)
		.map(({ name }) => name)
		.join(', ')}]`,
	value: '',
});

/** What a label says after the name: the editor has room for some thirty letters, and shows no description. */
const HINTS: Record<string, string> = {
	date: ' (YYYY-MM-DD)',
	multiselect: ' (one or several)',
};

/**
 * @param definition `CustomFieldDefinition` (openapi.yaml). It does not say which fields must be filled in, so none is
 * required.
 * @param people whom a field of type `user` can name; without them, such a field is text
 * @returns the field as the mapper shows it: read-only where Pylon takes the value from elsewhere
 */
export function toColumn(
	{ slug, label, type: pylonType, is_read_only, select_metadata }: IDataObject,
	people: INodePropertyOptions[] = [],
): CustomFieldColumn {
	const type = fieldText(pylonType);
	const options = type === 'user' ? people : toOptions(select_metadata);
	const isOpenUser = type === 'user' && options.length === 0;
	const hint = isOpenUser ? ' (user ID or email)' : (HINTS[type] ?? '');
	const isText = (type === 'user' || type === 'multiselect') && options.length === 0;
	return {
		id: fieldText(slug),
		displayName: `${fieldText(label) || fieldText(slug)}${hint}`,
		required: false,
		defaultMatch: false,
		canBeUsedToMatch: false,
		display: true,
		type: Object.hasOwn(TYPES, type) && !isText ? TYPES[type] : 'string',
		...(options.length > 0
			? { options: type === 'multiselect' ? [...options, several(options)] : options }
			: {}),
		...(is_read_only === true ? { readOnly: true } : {}),
		pylonType: type,
	};
}
