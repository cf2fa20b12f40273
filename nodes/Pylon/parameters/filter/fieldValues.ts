import type { Choice } from '../../../shared/input';
import { account } from '../../records/account';
import { contact } from '../../records/contact';
import { milestone } from '../../records/milestone';
import { project } from '../../records/project';
import type { RecordKind } from '../../records/recordKind';
import { team } from '../../records/team';
import { ticketForm } from '../../records/ticketForm';
import { user } from '../../records/user';

/** What a built-in field of a search is compared with, where the user can choose it from a list. */
export type FieldValues =
	| { of: 'records'; kind: RecordKind }
	/** Slugs of the workspace's own states. */
	| { of: 'states' }
	/** Any text, though people take one of these. */
	| { of: 'tags'; objectType: 'account' | 'issue' }
	/** The same in every workspace, and there are no others. */
	| { of: 'choices'; choices: ReadonlyArray<Choice<string>> }
	| { of: 'switch' };

const records = (kind: RecordKind): FieldValues => ({ of: 'records', kind });

/** Fields that mean the same in every search. */
export const COMMON_VALUES: Partial<Record<string, FieldValues>> = {
	account_id: records(account),
	assignee_id: records(user),
	follower_contact_id: records(contact),
	follower_user_id: records(user),
	is_archived: { of: 'switch' },
	issue_type: {
		of: 'choices',
		choices: [
			{ name: 'Conversation', value: 'conversation' },
			{ name: 'Ticket', value: 'ticket' },
		],
	},
	milestone_id: records(milestone),
	owner_id: records(user),
	project_id: records(project),
	requester_id: records(contact),
	state: { of: 'states' },
	/** Status of a task or a project (docs/pylon-api-notes.md#enumerations). */
	status: {
		of: 'choices',
		choices: [
			{ name: 'Completed', value: 'completed' },
			{ name: 'In Progress', value: 'in_progress' },
			{ name: 'Not Started', value: 'not_started' },
		],
	},
	team_id: records(team),
	ticket_form_id: records(ticketForm),
};
