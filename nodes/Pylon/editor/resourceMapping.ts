import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import {
	objectTypeOf,
	toColumn,
	type CustomFieldColumn,
} from '../parameters/customFields/customFieldColumn';
import { askPylon } from '../../shared/client/editorClient';

const WORDS: Record<string, string> = { meeting: 'call recordings' };

/** Fields of one label get their slug behind it: a workspace may have an "Industry" of its own and one of its CRM. */
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

/**
 * The custom fields of the kind of record that the resource of the node stands for, by label.
 * @throws NodeOperationError with the sentence of `askPylon`
 */
async function getCustomFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const resource = String(this.getCurrentNodeParameter('resource'));
	const operation = String(this.getCurrentNodeParameter('operation'));
	const objectType = objectTypeOf(resource, operation);
	const { records } = await askPylon(this, {
		template: '/custom-fields',
		query: { object_type: objectType },
	});
	const columns = records
		.filter(({ slug }) => typeof slug === 'string' && slug !== '')
		.map(toColumn);
	return {
		fields: toldApart(columns).sort((one, other) =>
			one.displayName.localeCompare(other.displayName, 'en'),
		),
		emptyFieldsNotice: `Your workspace has no custom fields for ${WORDS[objectType] ?? `${objectType}s`}.`,
	};
}

/** What mappers are filled with, by the name that their `resourceMapperMethod` gives. */
export const resourceMapping = { getCustomFields };
