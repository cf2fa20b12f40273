/** How the editor shows a built-in field. */
interface FieldLabel {
	name: string;
	description?: string;
}

/** Built-in fields of `FILTERABLE` by their API name; the choices: docs/pylon-api-notes.md#enumerations */
export const FIELD_LABELS: Partial<Record<string, FieldLabel>> = {
	account_id: { name: 'Account', description: 'ID or domain' },
	action: { name: 'Action', description: 'What was done, such as user.deactivated' },
	action_happened_at: { name: 'Happened At' },
	assignee_id: { name: 'Assignee', description: 'ID or email of a user' },
	body_html: { name: 'Body', description: 'Text of the first message' },
	created_at: { name: 'Created At' },
	domains: { name: 'Domains', description: 'All domains of an account, such as example.com' },
	due_date: { name: 'Due Date' },
	email: { name: 'Email' },
	external_ids: { name: 'External IDs', description: 'IDs in other systems' },
	follower_contact_id: { name: 'Follower (Contact)', description: 'ID or email of a contact' },
	follower_user_id: { name: 'Follower (User)', description: 'ID or email of a user' },
	id: { name: 'ID' },
	is_archived: { name: 'Archived', description: 'True or false' },
	issue_type: { name: 'Type', description: 'Conversation or ticket' },
	latest_message_activity_at: { name: 'Latest Message At' },
	milestone_id: { name: 'Milestone' },
	name: { name: 'Name' },
	owner_id: { name: 'Owner', description: 'ID or email of a user' },
	project_id: { name: 'Project' },
	requester_id: { name: 'Requester', description: 'ID or email of a contact' },
	resolved_at: { name: 'Resolved At' },
	slack_channel_id: { name: 'Slack Channel', description: 'ID of the channel in Slack' },
	source: {
		name: 'Source',
		description: 'Such as fathom, gong, grain, granola or custom_call_recorder',
	},
	start_time: { name: 'Start Time' },
	state: { name: 'State', description: 'One of the states of your workspace' },
	status: { name: 'Status', description: 'Not started, in progress or completed' },
	tags: { name: 'Tags' },
	team_id: { name: 'Team' },
	ticket_form_id: { name: 'Ticket Form' },
	title: { name: 'Title' },
	updated_at: { name: 'Updated At' },
};
