import type { AuditLogRecord, CallRecordingRecord, SurveyRecord } from '../records/account';
import type { State } from '../state';
import type { At } from './at';
import { seedIds } from './ids';

const ACTIVITY_TYPES = [
	['report_exported', 'Report exported'],
	['plan_changed', 'Plan changed'],
] as const;

function seedAccountNotes(state: State, at: At): void {
	const { globex, dune, harbor } = seedIds.accounts;
	const highlight = state.newId('highlight');
	state.highlights.set(highlight, {
		id: highlight,
		account_id: globex,
		contact_id: null,
		content_html: '<p>Renewal is at risk: call before replying.</p>',
		expires_at: null,
		created_at: at(30),
		updated_at: at(30),
	});
	const relationship = state.newId('relationship');
	state.relationships.set(relationship, {
		id: relationship,
		child_account_id: harbor,
		parent_account_id: dune,
		relationship_type: 'parent_account',
		created_at: at(90),
		updated_at: at(90),
	});
	const parent = state.accounts.get(dune);
	if (parent) state.accounts.set(dune, { ...parent, subaccount_ids: [harbor] });
	for (const [slug, label] of ACTIVITY_TYPES) {
		const id = state.newId('activityType');
		state.activityTypes.set(id, { id, slug, label, icon_url: null });
	}
}

function seedCallRecordings(state: State, at: At): void {
	const { globex, initech } = seedIds.accounts;
	const calls: Array<
		Pick<CallRecordingRecord, 'title' | 'source' | 'account_id' | 'participant_emails'> & {
			days: number;
		}
	> = [
		{
			title: 'Renewal with Globex',
			source: 'gong',
			account_id: globex,
			participant_emails: ['carla@globex.example'],
			days: 6,
		},
		{
			title: 'Kick-off with Initech',
			source: 'fathom',
			account_id: initech,
			participant_emails: ['dmitri@initech.example'],
			days: 45,
		},
	];
	for (const { days, ...call } of calls) {
		const id = state.newId('callRecording');
		state.callRecordings.set(id, {
			...call,
			id,
			calendar_event_id: null,
			external_id: null,
			custom_fields: {},
			duration_ms: 1_800_000,
			start_time: at(days),
			end_time: new Date(Date.parse(at(days)) + 1_800_000).toISOString(),
			summary: `About: ${call.title}`,
			url: null,
			created_at: at(days),
			updated_at: at(days),
		});
	}
}

function seedAuditLogs(state: State, at: At): void {
	const { nora, rosa } = seedIds.users;
	const entries: Array<
		Pick<AuditLogRecord, 'action' | 'object_id' | 'object_type'> & { days: number }
	> = [
		{ action: 'user.deactivated', object_id: rosa, object_type: 'user', days: 14 },
		{
			action: 'account.updated',
			object_id: seedIds.accounts.globex,
			object_type: 'account',
			days: 4,
		},
		{
			action: 'account.updated',
			object_id: seedIds.accounts.initech,
			object_type: 'account',
			days: 2,
		},
	];
	for (const { days, ...entry } of entries) {
		const id = state.newId('auditLog');
		state.auditLogs.set(id, {
			...entry,
			id,
			action_happened_at: at(days),
			actor_contact_id: null,
			actor_user_id: nora,
			attributes: {},
			link: `https://app.usepylon.com/settings/audit-logs?id=${id}`,
			metadata: null,
			source: 'app',
			created_at: at(days),
		});
	}
}

function seedSurveys(state: State, at: At): void {
	const surveys: Array<Pick<SurveyRecord, 'name' | 'type'> & { days: number }> = [
		{ name: 'How did we do?', type: 'csat', days: 20 },
		{ name: 'Would you recommend us?', type: 'nps', days: 100 },
	];
	for (const { name, type, days } of surveys) {
		const id = state.newId('survey');
		state.surveys.set(id, { id, name, type, updated_at: at(days) });
	}
	const { carla, dmitri } = seedIds.contacts;
	for (const [contact_id, account_id, score, comment, days] of [
		[carla, seedIds.accounts.globex, '5', 'Quick and friendly', 9],
		[dmitri, seedIds.accounts.initech, '2', 'It took three days', 3],
	] as const) {
		const id = state.newId('surveyResponse');
		state.surveyResponses.set(id, {
			id,
			survey_id: seedIds.surveys.csat,
			account_id,
			contact_id,
			answers: [
				{ prompt: 'How satisfied are you?', question_type: 'score', value: score },
				{ prompt: 'Why?', question_type: 'comment', value: comment },
			],
			submitted_at: at(days),
		});
	}
}

/**
 * Stores what hangs on accounts, and what the workspace gathered: activity types, calls, audit log, surveys.
 *
 * @param state has the seeded people and accounts already
 * @param at gives the times
 */
export function seedAccountRecords(state: State, at: At): void {
	seedAccountNotes(state, at);
	seedCallRecordings(state, at);
	seedAuditLogs(state, at);
	seedSurveys(state, at);
}
