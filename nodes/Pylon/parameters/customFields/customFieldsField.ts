import type { INodeProperties } from 'n8n-workflow';
import { loadedPreSend } from '../../run/loadedPreSend';
import { sentField } from '../sentField';

const customFieldsInBody = loadedPreSend(
	async () => (await import('./customFields')).customFieldsInBody,
);

const mapper = (dependsOn: string): INodeProperties => ({
	displayName: 'Custom Fields',
	name: 'customFields',
	type: 'resourceMapper',
	default: { mappingMode: 'defineBelow', value: null },
	description:
		"Only the fields that you add are written; a field that you leave empty is refused. An expression can return options by label or slug, several separated by commas, and people by email or ID; if it returns nothing, see 'If a Value Is Empty'. Automatic mapping takes the item's fields by their slugs.",
	typeOptions: {
		loadOptionsDependsOn: [dependsOn],
		resourceMapper: {
			resourceMapperMethod: 'getCustomFields',
			// The only mode in which n8n asks for no column to match by and takes fields away again.
			mode: 'add',
			valuesLabel: 'Custom Fields',
			fieldWords: { singular: 'field', plural: 'fields' },
			addAllFields: false,
			multiKeyMatch: false,
			supportAutoMap: true,
			// Above the reason (`editor/resourceMapping.ts`), where n8n shows one.
			noFieldsError:
				'No custom fields were loaded: there are none for this kind of record, no credential was chosen, or Pylon cannot be reached.',
		},
	},
	routing: { send: { preSend: [customFieldsInBody] } },
});

/**
 * Custom fields of the resource's records, in a mapper that fetches their definitions from Pylon. It is a parameter of its
 * own, and the same object everywhere: n8n's mapper does not work inside of a collection, and each further property of the
 * name costs every item (`description/buildProperties.ts`).
 */
export const customFields = mapper('resource');

/** `customFields` of imports, where the operation says which kind of record it is. */
export const customFieldsOfImport = mapper('operation');

/** For the same operations' `additionalFields` and `updateFields`: custom fields from an expression or an AI model. */
export const customFieldsJson = sentField('json', '{}', {
	displayName: 'Custom Fields (JSON)',
	name: 'customFieldsJson',
	property: 'custom_fields',
	placeholder: 'e.g. {"plan": "team", "regions": ["emea"], "notes": null}',
	description:
		"Values of custom fields by slug, as an object or JSON text. Use arrays for lists, and null to clear a field. Sent in addition to 'Custom Fields', for fields that an expression or an AI model chooses.",
});
