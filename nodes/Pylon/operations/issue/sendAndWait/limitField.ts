import type { INodeProperties } from 'n8n-workflow';

export const LIMIT_TYPES = [
	{
		name: 'After Time Interval',
		value: 'afterTimeInterval',
		description: 'Waits for a certain amount of time',
	},
	{
		name: 'At Specified Time',
		value: 'atSpecifiedTime',
		description: 'Waits until the set date and time',
	},
] as const;

export const UNITS = [
	{ name: 'Minutes', value: 'minutes' },
	{ name: 'Hours', value: 'hours' },
	{ name: 'Days', value: 'days' },
] as const;

/** As n8n's own nodes have it (n8n-nodes-base 2.41, `sendAndWait/descriptions.js`). */
export const limitWaitTime: INodeProperties = {
	displayName: 'Limit Wait Time',
	name: 'limitWaitTime',
	type: 'fixedCollection',
	description:
		'How long to wait for an answer. n8n checks once a minute, so the workflow may continue up to a minute later.',
	default: { values: { limitType: 'afterTimeInterval', resumeAmount: 45, resumeUnit: 'minutes' } },
	options: [
		{
			displayName: 'Values',
			name: 'values',
			values: [
				{
					displayName: 'Limit Type',
					name: 'limitType',
					type: 'options',
					default: 'afterTimeInterval',
					description: 'Whether to wait for some time, or until a date and time',
					options: [...LIMIT_TYPES],
				},
				{
					displayName: 'Amount',
					name: 'resumeAmount',
					type: 'number',
					typeOptions: { minValue: 0, numberPrecision: 2 },
					default: 1,
					description: 'The time to wait',
					displayOptions: { show: { limitType: ['afterTimeInterval'] } },
				},
				{
					displayName: 'Unit',
					name: 'resumeUnit',
					type: 'options',
					default: 'hours',
					description: 'Unit of the interval value',
					options: [...UNITS],
					displayOptions: { show: { limitType: ['afterTimeInterval'] } },
				},
				{
					displayName: 'Max Date and Time',
					name: 'maxDateAndTime',
					type: 'dateTime',
					default: '',
					description: 'Until when an answer counts',
					displayOptions: { show: { limitType: ['atSpecifiedTime'] } },
				},
			],
		},
	],
};
