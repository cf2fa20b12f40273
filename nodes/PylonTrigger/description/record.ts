import type { INodeProperties } from 'n8n-workflow';
import { NAMES, OUTPUT, SELECTED_FIELDS } from '../../Pylon/records/simplified/readOutput';

const onFailure: INodeProperties = {
	displayName: 'If Pylon Does Not Answer',
	name: 'onFailure',
	type: 'options',
	noDataExpression: true,
	default: 'run',
	description: 'What to do with the event if Pylon does not answer, or does not have the record',
	options: [
		{
			name: 'Run With the Payload Alone',
			value: 'run',
			description: "The item says why in 'note'. No event is lost.",
		},
		{
			name: 'Answer 503',
			value: 'answer503',
			description:
				'Nothing is started; the sender may try again. Whether Pylon does is not documented.',
		},
	],
};

const WITH_RECORD = { hide: { fetchRecord: ['none'] } };

/** The form of the fetched record, the same as in the Pylon node. */
const recordOutput: INodeProperties[] = [
	{
		...OUTPUT,
		noDataExpression: true,
		displayOptions: WITH_RECORD,
		description:
			"How much of the record to return. 'Conditions' can always compare all of its fields.",
	},
	{ ...SELECTED_FIELDS, displayOptions: { show: { output: ['selected'] }, ...WITH_RECORD } },
	{
		...NAMES,
		noDataExpression: true,
		displayOptions: { show: { fetchRecord: ['issue', 'account'] } },
		description:
			'Whether to look up the names and emails of the requester, assignee and owner, and the names of the account and team. Pylon sends only their IDs. Takes up to five more requests per event; results are kept for five minutes.',
	},
];

const OWN_EVENTS =
	"A workflow that replies to the issue starts itself again with its own reply. If yours does, switch on 'Drop Own Events' below.";

/** What the trigger asks of Pylon before the workflow starts. */
export const record: INodeProperties[] = [
	{
		displayName: 'Fetch Record',
		name: 'fetchRecord',
		type: 'options',
		noDataExpression: true,
		default: 'none',
		description:
			"Whether to fetch a record by the payload's ID before the workflow starts. It is returned as 'record', next to the payload.",
		options: [
			{ name: 'Account', value: 'account', description: 'By account_id of the payload' },
			{ name: 'Contact', value: 'contact', description: 'By contact_id of the payload' },
			{ name: 'Issue', value: 'issue', description: 'By issue_id of the payload' },
			{ name: 'None', value: 'none', description: 'The payload alone' },
		],
	},
	...recordOutput,
	{
		displayName: OWN_EVENTS,
		name: 'ownEventsNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { events: ['issue_message'], dropOwnEvents: [false] } },
	},
	{
		displayName: 'Drop Own Events',
		name: 'dropOwnEvents',
		type: 'boolean',
		noDataExpression: true,
		default: false,
		description:
			"Whether to drop events caused by the API token's own user, so that a workflow that replies does not start itself again. Works for new messages (with message_id in the payload) and new issues; for other events, the payload has to contain the author.",
	},
	{ ...onFailure, displayOptions: { hide: { fetchRecord: ['none'] } } },
	{ ...onFailure, displayOptions: { show: { fetchRecord: ['none'], dropOwnEvents: [true] } } },
];
