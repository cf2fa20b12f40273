import { detailsOf, labelOf, type RecordKind } from './recordKind';

/** `GET /macros` comes whole (docs/pylon-api-notes.md#whole-lists). */
export const macro: RecordKind = {
	noun: 'macro',
	plural: 'macros',
	listSearch: 'searchMacros',
	label: ({ name, text_type: textType }) => labelOf(name, detailsOf(textType)),
	list: { query: () => ({ template: '/macros' }), pageSize: 0 },
};
