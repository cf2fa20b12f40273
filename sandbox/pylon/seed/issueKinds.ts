import type { IssueRecord } from '../records';
import type { State } from '../state';
import type { At } from './at';
import { seedIds } from './ids';

const DAY_SECONDS = 86_400;
const SLACK_CHANNEL = 'C0123456789';

/** A channel of an account, in Slack. */
export const CHANNEL = {
	channel_id: SLACK_CHANNEL,
	channel_name: 'ext-ember',
	channel_url: `https://northwind.slack.example/archives/${SLACK_CHANNEL}`,
	source: 'slack',
	is_primary: true,
	is_internal: false,
};

/**
 * What an issue has that was resolved one day after it was created, without an answer before.
 *
 * @param at gives the times
 * @param days age of the issue, in days; more than 1
 * @returns the properties that the resolution sets
 */
export function resolvedAt(at: At, days: number): Partial<IssueRecord> {
	const resolution_time = at(days - 1);
	return {
		resolution_time,
		time_in_status_seconds: { open: DAY_SECONDS },
		state_since: resolution_time,
	};
}

/**
 * Turns seeded issues into the kinds that were recorded (test/fixtures/recorded/issues-search.json), and one into a
 * kind that others met: a user opened it, whom `GET /contacts/{id}` does not know (docs/pylon-api-notes.md#people).
 *
 * @param state has the seeded issues already
 * @param at gives the times
 */
export function seedIssueKinds(state: State, at: At): void {
	const { form, slack, chat, byUser, manual } = seedIds.issues;
	const change = (id: string, properties: Partial<IssueRecord>) => {
		const issue = state.issues.get(id);
		if (issue) state.issues.set(id, { ...issue, ...properties });
	};
	const times = {
		time: at(-7),
		seconds: 10 * DAY_SECONDS,
		business_hours_seconds: 7 * DAY_SECONDS,
	};
	change(form, {
		source: 'form',
		author_unverified: true,
		number_of_touches: 2,
		first_response_time: at(2.8),
		first_response_breach_time: at(2.9),
		team_slas: [
			{
				team_id: seedIds.teams.support,
				first_response: { ...times, breach_time: at(2.9) },
				resolution: times,
				first_resolution: times,
			},
		],
		time_in_status_seconds: { open: 9_000, waiting_on_you: 7_200 },
		state_since: at(2.7),
		custom_fields: {
			product_area: { value: 'reports' },
			platforms: { value: '', values: ['web', 'ios'] },
			'chat_widget.os': { value: 'Linux' },
		},
	});
	change(slack, {
		source: 'slack',
		slack: {
			message_ts: '1763500000.000100',
			channel_id: SLACK_CHANNEL,
			workspace_id: 'T0123456789',
		},
		// Resolved, and opened again.
		first_response_time: at(4.9),
		resolution_time: at(4.5),
		resolution_breach_time: at(4.6),
		time_in_status_seconds: { open: 3_600, resolved: 7_200 },
		state_since: at(4.4),
		number_of_touches: 1,
		customer_portal_visible: true,
	});
	change(chat, {
		source: 'chat_widget',
		chat_widget_info: { page_url: 'https://app.cedar.example/login' },
		attachment_urls: [
			'https://assets.usepylon.com/6f1e0c1a-0000-4000-8000-000000000001%2F1757401419672-image.png?Expires=1',
		],
	});
	change(byUser, { requester_id: seedIds.users.omar });
	change(manual, { source: 'manual', requester_id: null, team_id: null });
}
