import type { Handlers } from '../context';
import { notFound } from '../errors';
import { wholeList } from '../pagination';
import type { TicketFormRecord } from '../records/conversation';

function present({ id, name, slug, description_html, is_public, url, fields }: TicketFormRecord) {
	return { id, name, slug, description_html, is_public, url, fields };
}

export const ticketForms = {
	getTicketForms: ({ state }) => wholeList(state.ticketForms.newestFirst().map(present)),
	getTicketForm: ({ state, params }) => {
		const form = state.ticketForms.get(params.id);
		if (!form) throw notFound('Ticket form');
		return { data: present(form) };
	},
} satisfies Handlers;
