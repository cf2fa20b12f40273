import type { TicketFormRecord } from '../records/conversation';
import type { State } from '../state';
import type { At } from './at';
import { seedIds } from './ids';

const field = (slug: string, name: string, type: string) => ({
	slug,
	name,
	type,
	description_html: null,
});

const FORMS: Array<
	Pick<TicketFormRecord, 'name' | 'slug' | 'is_public' | 'description_html' | 'fields'>
> = [
	{
		name: 'Contact support',
		slug: 'contact-support',
		is_public: true,
		description_html: '<p>Tell us what happened.</p>',
		fields: [field('title', 'Title', 'text'), field('product_area', 'Product area', 'select')],
	},
	{
		name: 'Report an outage',
		slug: 'report-an-outage',
		is_public: false,
		description_html: null,
		fields: [field('title', 'Title', 'text'), field('affected_seats', 'Affected seats', 'number')],
	},
];

function seedForms(state: State, at: At): void {
	for (const form of FORMS) {
		const id = state.newId('ticketForm');
		state.ticketForms.set(id, {
			...form,
			id,
			url: `https://forms.northwind.example/${form.slug}`,
			created_at: at(150),
		});
	}
}

/** An internal conversation about the issue of Initech, one thread of it in Slack. */
function seedThreads(state: State, at: At): void {
	const { nora } = seedIds.users;
	const issue_id = seedIds.issues.initech;
	const none = { source: null, channel_id: null, thread_id: null };
	const slack = { source: 'slack', channel_id: 'C0SUPPORT', thread_id: '1763600000.000100' };
	for (const [name, behind, days] of [
		['Sign-in log', none, 1.9],
		['Ask engineering', slack, 1.8],
	] as const) {
		const id = state.newId('thread');
		state.threads.set(id, { id, issue_id, name, ...behind, created_at: at(days) });
	}
	const id = state.newId('message');
	state.messages.set(id, {
		id,
		issue_id,
		author: { user_id: nora },
		is_private: true,
		message_html: '<p>The log shows a locked account.</p>',
		source: 'email',
		file_urls: [],
		email_info: null,
		thread_id: seedIds.threads.log,
		created_at: at(1.7),
	});
}

function seedCalls(state: State, at: At): void {
	const id = state.newId('voiceCall');
	state.voiceCalls.set(id, {
		id,
		issue_id: seedIds.issues.initech,
		from_phone_number: '+4915550100',
		to_phone_number: '+4915550199',
		duration_sec: 184,
		recordings: [
			{
				id: state.newId('other'),
				transcript_segments: [
					{ speaker: 'Dmitri Novak', text: 'I cannot sign in.' },
					{ speaker: 'Omar Said', text: 'Since when?' },
				],
			},
			{ id: state.newId('other'), transcript_segments: null },
		],
		created_at: at(1.5),
	});
}

/**
 * Adds to a seeded issue what is said about it inside the company and on the phone, and stores forms and an AI agent.
 *
 * @param state has the seeded people and issues already
 * @param at gives the times
 */
export function seedConversations(state: State, at: At): void {
	seedForms(state, at);
	seedThreads(state, at);
	seedCalls(state, at);
	state.aiAgentIds.add(state.newId('aiAgent'));
	const issue = state.issues.get(seedIds.issues.initech);
	if (!issue) return;
	state.issues.set(issue.id, {
		...issue,
		followers: [
			{ id: seedIds.users.omar, type: 'user' },
			{ id: seedIds.contacts.carla, type: 'contact' },
		],
		external_issues: [
			{
				external_id: 'northwind/app/77',
				link: 'https://github.example/northwind/app/77',
				source: 'github',
			},
		],
	});
}
