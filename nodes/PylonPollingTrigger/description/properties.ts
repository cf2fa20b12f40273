import type { INodeProperties } from 'n8n-workflow';

import { filterFields } from '../../Pylon/parameters/filter/searchFields';
import { searchText } from '../../Pylon/parameters/filter/searchText';
import { NAMES, OUTPUT, SELECTED_FIELDS } from '../../Pylon/records/simplified/readOutput';
import { LIMITS, SURVEY_TYPES, SWITCHES } from '../settings';
import { choices } from './triggerOn';

const filterableEvents = choices
	.filter(({ filterable }) => filterable !== undefined)
	.map(({ value }) => value);

/** Shows a field of the searches for the events that have a filter. */
const forFilterable = (property: INodeProperties): INodeProperties => ({
	...property,
	displayOptions: { show: { ...property.displayOptions?.show, event: filterableEvents } },
});

const { displayName, name, type, default: none, placeholder, description } = searchText;

/** Events whose items have an issue, an account or a contact. */
const withRecord = choices
	.filter(({ value }) => value !== 'survey_response')
	.map(({ value }) => value);

/** The form of an item's record, the same as in the Pylon node. */
const output: INodeProperties[] = [
	{
		...OUTPUT,
		displayOptions: { show: { event: withRecord } },
		description: 'How much of the issue, account or contact to return',
	},
	{
		...SELECTED_FIELDS,
		displayOptions: { show: { ...SELECTED_FIELDS.displayOptions?.show, event: withRecord } },
	},
	{
		...NAMES,
		displayOptions: { show: { event: withRecord.filter((event) => event !== 'contact_created') } },
		description:
			'Whether to look up the names and emails of the requester, assignee and owner, and the names of the account and team. Pylon sends only their IDs. Takes up to four requests for each poll that finds something, more for over 100 people.',
	},
];

export const properties: INodeProperties[] = [
	{
		displayName: 'Trigger On',
		name: 'event',
		type: 'options',
		noDataExpression: true,
		required: true,
		default: 'issue_created',
		options: choices.map(({ name, value, description }) => ({ name, value, description })),
	},
	{
		displayName:
			'The trigger starts with what happens after you publish the workflow. If you change the event, the filter or the organization of the credential, it starts again from that moment.',
		name: 'startNotice',
		type: 'notice',
		default: '',
	},
	forFilterable({ displayName, name, type, default: none, placeholder, description }),
	...filterFields.map(forFilterable),
	...output,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: SWITCHES.customersOnly,
				name: 'customersOnly',
				type: 'boolean',
				default: false,
				displayOptions: { show: { '/event': ['issue_message'] } },
				description: 'Whether to leave out messages from users of your own workspace',
			},
			{
				displayName: SWITCHES.includeInternalNotes,
				name: 'includeInternalNotes',
				type: 'boolean',
				default: false,
				displayOptions: { show: { '/event': ['issue_message'] } },
				description: 'Whether to also start for messages that customers do not see',
			},
			{
				displayName: LIMITS.maxRecords.displayName,
				name: 'maxRecords',
				type: 'number',
				typeOptions: { minValue: LIMITS.maxRecords.min, maxValue: LIMITS.maxRecords.max },
				default: 500,
				description:
					'Max number of items that one poll returns. The rest follow with the next polls, oldest first.',
			},
			{
				displayName: LIMITS.overlap.displayName,
				name: 'overlap',
				type: 'number',
				typeOptions: { minValue: LIMITS.overlap.min, maxValue: LIMITS.overlap.max },
				default: 120,
				description:
					'How far each poll looks back before the last one, for records that Pylon shows late and for clocks that differ. Nothing is returned twice because of it.',
			},
			{
				displayName: SURVEY_TYPES.displayName,
				name: 'surveyTypes',
				type: 'multiOptions',
				default: [],
				displayOptions: { show: { '/event': ['survey_response'] } },
				description: 'The surveys whose responses to get. Leave empty for all surveys.',
				options: SURVEY_TYPES.options,
			},
		],
	},
];
