import type { INodeProperties } from 'n8n-workflow';

const onFailure: INodeProperties = {
	displayName: 'If Pylon Does Not Answer',
	name: 'onFailure',
	type: 'options',
	noDataExpression: true,
	default: 'run',
	description: 'What happens to the event when Pylon cannot be asked, or does not know the record',
	options: [
		{
			name: 'Run With the Payload Alone',
			value: 'run',
			description: "The item says why in 'note'. No event gets lost.",
		},
		{
			name: 'Answer 503',
			value: 'answer503',
			description: 'Nothing is started; the sender may try again. Whether Pylon does is not documented.',
		},
	],
};

/** What Pylon is asked before the workflow starts. */
export const record: INodeProperties[] = [
	{
		displayName: 'Fetch Record',
		name: 'fetchRecord',
		type: 'options',
		noDataExpression: true,
		default: 'none',
		description:
			"Whether to fetch a record by the payload's ID before the workflow starts. It comes out as 'record' beside the payload.",
		options: [
			{ name: 'Account', value: 'account', description: 'By account_id of the payload' },
			{ name: 'Contact', value: 'contact', description: 'By contact_id of the payload' },
			{ name: 'Issue', value: 'issue', description: 'By issue_id of the payload' },
			{ name: 'None', value: 'none', description: 'The payload alone' },
		],
	},
	{
		displayName: 'Drop Own Events',
		name: 'dropOwnEvents',
		type: 'boolean',
		noDataExpression: true,
		default: false,
		description:
			"Whether to drop events caused by the API token's own user, so that a workflow that answers does not start itself again. Works for new messages (with message_id in the payload) and new issues; for others, the payload has to name the author.",
	},
	{ ...onFailure, displayOptions: { hide: { fetchRecord: ['none'] } } },
	{ ...onFailure, displayOptions: { show: { fetchRecord: ['none'], dropOwnEvents: [true] } } },
];
