import type {
	ILoadOptionsFunctions,
	INodePropertyOptions,
	ResourceMapperFields,
} from 'n8n-workflow';
import {
	objectTypeOf,
	toColumn,
	type CustomFieldColumn,
} from '../parameters/customFields/customFieldColumn';
import { user } from '../records/user';
import { isRecord } from '../../shared/client/envelope';
import { askPylon, toListError } from '../../shared/client/editorClient';
import { escapeHtml } from '../../shared/html/escapeHtml';
import { allTellingErrors } from './listErrors';
import { optionsOf } from './recordOptions';

const WORDS: Record<string, string> = { meeting: 'call recordings' };

/**
 * n8n stores the entries of a drop-down with the workflow, once for each field. With more people than this, the user gives
 * an email instead.
 */
const MOST_PEOPLE = 200;

/**
 * Puts the slug behind the label where two fields have the same: a workspace may have an "Industry" of its own and one of
 * its CRM.
 */
function toldApart(columns: CustomFieldColumn[]): CustomFieldColumn[] {
	const counts = new Map<string, number>();
	for (const { displayName } of columns)
		counts.set(displayName, (counts.get(displayName) ?? 0) + 1);
	return columns.map((column) =>
		(counts.get(column.displayName) ?? 0) > 1
			? { ...column, displayName: `${column.displayName} [${column.id}]` }
			: column,
	);
}

/** The people of the workspace; none when there are too many, or when the token may not read them. */
async function peopleOf(context: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const people = await optionsOf(user)
		.call(context)
		.catch((): INodePropertyOptions[] => []);
	return people.length > MOST_PEOPLE ? [] : people;
}

async function columnsOf(
	context: ILoadOptionsFunctions,
	objectType: string,
): Promise<CustomFieldColumn[]> {
	const { records } = await askPylon(context, {
		template: '/custom-fields',
		query: { object_type: objectType },
	});
	// What Pylon takes from elsewhere cannot be written.
	const definitions = records.filter(
		({ slug, is_read_only: isReadOnly }) =>
			typeof slug === 'string' && slug !== '' && isReadOnly !== true,
	);
	const people = definitions.some(({ type }) => type === 'user') ? await peopleOf(context) : [];
	return definitions.map((definition) => toColumn(definition, people));
}

/**
 * n8n fills the mapper of a new node before it has chosen the credential, and does not do so again afterwards (n8n-editor-ui
 * 2.41).
 */
const NO_CREDENTIAL =
	"No credential was chosen when n8n loaded the fields. Press 'Retry' once one is chosen.";

/** Whether n8n has stored fields with the node: it keeps them only as long as none are returned. */
function hasStoredFields(context: ILoadOptionsFunctions): boolean {
	const mapper: unknown = context.getCurrentNodeParameter('customFields');
	return isRecord(mapper) && Array.isArray(mapper.schema) && mapper.schema.length > 0;
}

/**
 * Fetches the custom fields of the resource's records, by label. Where Pylon gives none, the reason is shown in place of the
 * fields: the editor would drop that of an error (n8n-editor-ui 2.41, `getResourceMapperFields`).
 * @throws NodeOperationError with the sentence of `askPylon`, where fields have been loaded before
 */
async function getCustomFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const resource = String(this.getCurrentNodeParameter('resource'));
	const operation = String(this.getCurrentNodeParameter('operation'));
	const objectType = objectTypeOf(resource, operation);
	let columns: CustomFieldColumn[];
	try {
		columns = await columnsOf(this, objectType);
	} catch (error) {
		const told = toListError(this, error);
		if (!(told instanceof Error) || hasStoredFields(this)) throw told;
		const isChosen = this.getNode().credentials?.pylonApi !== undefined;
		return {
			fields: [],
			emptyFieldsNotice: isChosen ? escapeHtml(told.message) : NO_CREDENTIAL,
		};
	}
	// n8n shows a notice with automatic mapping also where there are fields.
	if (columns.length === 0) {
		const of = WORDS[objectType] ?? `${objectType}s`;
		return {
			fields: [],
			emptyFieldsNotice: `Your workspace has no custom fields for ${of} that can be changed.`,
		};
	}
	return {
		fields: toldApart(columns).sort((one, other) =>
			one.displayName.localeCompare(other.displayName, 'en'),
		),
	};
}

/** The methods that fill mappers, by the name in `resourceMapperMethod`. */
export const resourceMapping = allTellingErrors({ getCustomFields });
