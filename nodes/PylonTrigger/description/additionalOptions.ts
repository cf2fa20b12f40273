import type { INodeProperties } from 'n8n-workflow';

/** Options that most workflows leave alone. (The parameter `options` is n8n's: see index.ts.) */
export const additionalOptions: INodeProperties = {
	displayName: 'Options',
	name: 'additionalOptions',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Author ID Field',
			name: 'authorIdField',
			type: 'string',
			default: 'author_id',
			placeholder: 'e.g. author_id',
			description:
				"Path of the payload's field with the ID of the person who caused the event, for 'Drop Own Events'",
		},
		{
			displayName: 'Conditions Match',
			name: 'conditionsMatch',
			type: 'options',
			default: 'all',
			description: "How many of the 'Conditions' have to be met",
			options: [
				{ name: 'All', value: 'all' },
				{ name: 'Any', value: 'any' },
			],
		},
		{
			displayName: 'Equal Payloads',
			name: 'equalPayloads',
			type: 'options',
			default: 'tell',
			description:
				"How to treat two deliveries with the same payload if the payload has no 'Event ID Field'",
			options: [
				{
					name: 'Duplicates, Unless the Event Can Repeat',
					value: 'tell',
					description:
						"Updated, assigned, status changed and similar events run each time, since they can come again with the same IDs. If 'Fetch Record' is set to 'Issue', changes of issues are told apart by the time of the change.",
				},
				{
					name: 'Always Duplicates',
					value: 'drop',
					description: 'Also for events that can repeat: a later event is lost',
				},
			],
		},
		{
			displayName: 'Event ID Field',
			name: 'eventIdField',
			type: 'string',
			default: '',
			placeholder: 'e.g. event_id',
			description:
				"Path of a field of the payload that differs for each event, such as the time of the change, for 'Drop Duplicates'. Without it, see 'Equal Payloads'.",
		},
		{
			displayName: 'Longest Wait (Seconds)',
			name: 'longestWait',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 60 },
			default: 5,
			description:
				"The longest time to wait for Pylon's rate limit before a record is fetched. The sender has to wait as well.",
		},
		{
			displayName: 'Own User IDs',
			name: 'ownUserIds',
			type: 'string',
			default: '',
			placeholder: 'e.g. 5f1c0a7e-0000-4000-8000-000000000001',
			description:
				"Comma-separated IDs of other users that your workflows write as. 'Drop Own Events' drops their events, too.",
		},
		{
			displayName: 'Record ID Field',
			name: 'recordIdField',
			type: 'string',
			default: '',
			placeholder: 'e.g. ticket',
			description:
				"Path of the payload's field with the ID for 'Fetch Record', if it is not issue_id, account_id or contact_id",
		},
		{
			displayName: 'Remember at Most',
			name: 'rememberCount',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 5000 },
			default: 500,
			description: "How many deliveries 'Drop Duplicates' remembers",
		},
		{
			displayName: 'Remember For (Hours)',
			name: 'rememberHours',
			type: 'number',
			typeOptions: { minValue: 0.01, maxValue: 720, numberPrecision: 2 },
			default: 72,
			description: "How long 'Drop Duplicates' remembers a delivery",
		},
	],
};
