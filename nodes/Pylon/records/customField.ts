import { detailsOf, labelOf, type RecordKind } from './recordKind';

/** `GET /custom-fields` lists those of one type of record, all at once (openapi.yaml). */
export const customField: RecordKind = {
	noun: 'custom field',
	plural: 'custom fields',
	listSearch: 'searchCustomFields',
	label: ({ label, object_type: objectType, type }) => labelOf(label, detailsOf(objectType, type)),
	list: {
		parts: ['issue', 'account', 'contact', 'task', 'project', 'meeting', 'opportunity'],
		query: (_, objectType) => ({ template: '/custom-fields', query: { object_type: objectType } }),
		pageSize: 0,
	},
};
