import { labelOf, type RecordKind } from './recordKind';

/**
 * `GET /tags` answers with all tags at once (docs/pylon-api-notes.md#whole-lists); tags of issues and accounts may
 * share a value.
 */
export const tag: RecordKind = {
	noun: 'tag',
	plural: 'tags',
	listSearch: 'searchTags',
	label: ({ value, object_type: objectType }) => labelOf(value, objectType),
	list: { query: () => ({ template: '/tags' }), pageSize: 0 },
};
