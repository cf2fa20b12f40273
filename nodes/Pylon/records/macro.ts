import { detailsOf, labelOf, type RecordKind } from './recordKind';

/** `GET /macros` comes whole (notes on the API, section c). */
export const macro: RecordKind = {
	noun: 'macro',
	plural: 'macros',
	listSearch: 'searchMacros',
	label: ({ name, text_type: textType }) => labelOf(name, detailsOf(textType)),
	list: { query: () => ({ template: '/macros' }), pageSize: 0 },
};
