import { labelOf, type RecordKind } from './recordKind';

/** `GET /ticket-forms` comes whole (docs/pylon-api-notes.md#whole-lists). */
export const ticketForm: RecordKind = {
	noun: 'ticket form',
	plural: 'ticket forms',
	listSearch: 'searchTicketForms',
	label: ({ name, slug }) => labelOf(name, slug),
	list: { query: () => ({ template: '/ticket-forms' }), pageSize: 0 },
};
