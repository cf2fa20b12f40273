import type { Handlers } from '../context';
import { badField } from '../errors';
import { wholeList } from '../pagination';
import { pathAccount } from './accounts';
import { needRecord } from './shared';

export const activities = {
	getActivityTypes: ({ state }) =>
		wholeList(state.activityTypes.newestFirst().map((type) => ({ ...type }))),
	createActivity: (context) => {
		const { state, timestamp } = context;
		const account = pathAccount(context);
		const { slug, body_html, contact_id, user_id, happened_at, link, link_text } = context.body;
		if (!state.activityTypes.find('slug', slug))
			throw badField('slug', `no activity type "${slug}"`);
		if (contact_id !== undefined) needRecord(state.contacts, 'contact_id', contact_id, 'contact');
		if (user_id !== undefined) needRecord(state.users, 'user_id', user_id, 'user');
		const id = state.newId('activity');
		state.activities.set(id, {
			id,
			account_id: account.id,
			slug,
			body_html: body_html ?? null,
			contact_id: contact_id ?? null,
			user_id: user_id ?? null,
			happened_at: happened_at ?? timestamp,
			link: link ?? null,
			link_text: link_text ?? null,
		});
		return { data: { success: true } };
	},
} satisfies Handlers;
