import type { INodeProperties } from 'n8n-workflow';
import { collections } from '../../../parameters/collections';
import { messageFormat } from '../../../parameters/message/messageFields';
import { issueId } from '../../../parameters/record/commonRecordFields';
import { recordField } from '../../../parameters/record/recordField';
import { thread } from '../../../records/thread';
import { formDefinition } from './formFields';
import { limitWaitTime } from './limitField';

export const APPROVAL_TYPES = [
	{ name: 'Approve and Disapprove', value: 'double' },
	{ name: 'Approve Only', value: 'single' },
] as const;

export const RESPONSE_TYPES = [
	{ name: 'Approval', value: 'approval', description: 'Approve or decline, with a reason' },
	{ name: 'Free Text', value: 'freeText', description: 'Answer with a text' },
	{ name: 'Custom Form', value: 'customForm', description: 'Fill in fields that you define' },
] as const;

export const ON_TIMEOUT = [
	{
		name: 'Continue as Timed Out',
		value: 'continue',
		description: "The workflow continues, with 'approved' false and 'timedOut' true",
	},
	{ name: 'Fail', value: 'fail', description: "The node fails, as 'On Error' of the node says" },
] as const;

export const SEVERAL_ITEMS = [
	{
		name: 'Ask Once for All',
		value: 'askOnce',
		description:
			'One question lists the messages of all items, and the answer applies to all of them',
	},
	{ name: 'Refuse', value: 'refuse', description: 'The node fails before anything is sent' },
] as const;

/** Has no routing: in the human review of a model's tool calls n8n replaces it by a parameter of its own. */
const question: INodeProperties = {
	displayName: 'Message',
	name: 'message',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	required: true,
	placeholder: 'e.g. May we refund order 4711?',
	description: 'What the team is asked. The links to answer are added below it.',
};

const place: INodeProperties = {
	displayName: 'Where to Ask',
	name: 'askIn',
	type: 'options',
	noDataExpression: true,
	default: 'note',
	description: 'Where the question is written. Customers do not see it in either place.',
	options: [
		{ name: 'Internal Note', value: 'note', description: 'Where Pylon puts internal notes' },
		{ name: 'Internal Thread', value: 'thread', description: 'In a thread that you choose' },
	],
};

const threadId: INodeProperties = {
	...recordField(thread, {
		displayName: 'Thread',
		name: 'threadId',
		property: 'thread_id',
		description:
			"The internal thread that the question is written into: its ID in the results of 'Get Threads', not the 'thread_id'",
	}),
	displayOptions: { show: { askIn: ['thread'] } },
};

const responseType: INodeProperties = {
	displayName: 'Response Type',
	name: 'responseType',
	type: 'options',
	noDataExpression: true,
	default: 'approval',
	description: 'What kind of answer is asked for',
	options: [...RESPONSE_TYPES],
};

const approvalOptions: INodeProperties = {
	displayName: 'Approval Options',
	name: 'approvalOptions',
	type: 'fixedCollection',
	placeholder: 'Add Option',
	default: {},
	displayOptions: { show: { responseType: ['approval'] } },
	options: [
		{
			displayName: 'Values',
			name: 'values',
			values: [
				{
					displayName: 'Type of Approval',
					name: 'approvalType',
					type: 'options',
					default: 'double',
					description: 'Which buttons are offered',
					options: [...APPROVAL_TYPES],
				},
				{
					displayName: 'Approve Button Label',
					name: 'approveLabel',
					type: 'string',
					default: 'Approve',
				},
				{
					displayName: 'Disapprove Button Label',
					name: 'disapproveLabel',
					type: 'string',
					default: 'Decline',
					displayOptions: { show: { approvalType: ['double'] } },
				},
			],
		},
	],
};

const options: INodeProperties = {
	...collections.options,
	options: [
		{
			displayName: 'Ask for a Reason',
			name: 'askForReason',
			type: 'boolean',
			default: true,
			description: 'Whether a reason can be given with the answer',
			displayOptions: { show: { '/responseType': ['approval'] } },
		},
		{
			displayName: 'If Nobody Answers',
			name: 'onTimeout',
			type: 'options',
			default: 'continue',
			description:
				"What happens when 'Limit Wait Time' is over. It never counts as an approval; a tool call that waits for a review is refused.",
			options: [...ON_TIMEOUT],
		},
		{
			displayName: 'If There Are Several Items',
			name: 'severalItems',
			type: 'options',
			default: 'askOnce',
			description: 'A waiting execution can ask only one question',
			options: [...SEVERAL_ITEMS],
		},
		limitWaitTime,
		{
			displayName: 'Who May Answer',
			name: 'whoMayAnswer',
			type: 'string',
			default: '',
			placeholder: 'e.g. Only team leads of Billing',
			description:
				'Written below the question. It is a request to the team: anybody with the link can answer.',
		},
		{
			displayName: 'Write Follow-Up Note',
			name: 'followUpNote',
			type: 'boolean',
			default: true,
			description: 'Whether the answer is written into the issue',
		},
	],
};

/** The parameters of 'Send and Wait for Response', in n8n's names where n8n's own nodes have them. */
export const fields: INodeProperties[] = [
	issueId,
	place,
	threadId,
	question,
	messageFormat,
	responseType,
	...formDefinition,
	approvalOptions,
	options,
];
