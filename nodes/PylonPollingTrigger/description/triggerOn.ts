import type { EventChoice } from '../pollEvent';

/**
 * What the trigger can wait for, by the names that the webhook trigger's events have too. Apart from `events`, which finds what
 * has happened and is loaded with the first poll.
 */
export const choices: EventChoice[] = [
	{
		value: 'account_created',
		name: 'Account Created',
		description: 'A new account',
		filterable: 'accounts',
	},
	{
		value: 'contact_created',
		name: 'Contact Created',
		description: 'A new contact',
		filterable: 'contacts',
	},
	{
		value: 'issue_created',
		name: 'Issue Created',
		description: 'A new issue',
		filterable: 'issues',
	},
	{
		value: 'issue_message',
		name: 'Issue Message Received',
		description: 'A new message in an issue, including the first one of a new issue',
		filterable: 'issues',
	},
	{
		value: 'issue_status_changed',
		name: 'Issue Status Changed',
		description:
			'The state of an issue changed. Several changes between two polls count as one event.',
		filterable: 'issues',
	},
	{
		value: 'issue_updated',
		name: 'Issue Updated',
		description:
			'A field of an issue changed. Several changes between two polls count as one event.',
		filterable: 'issues',
	},
	{
		value: 'survey_response',
		name: 'Survey Response Received',
		description: 'A new response to a survey (CSAT, NPS or custom)',
	},
];
