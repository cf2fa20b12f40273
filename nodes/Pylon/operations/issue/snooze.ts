import { issueId } from '../../parameters/record/commonRecordFields';
import { output } from '../../parameters/output/outputFields';
import type { Operation } from '../operation';
import { snoozeForDuration, snoozeUntilMoment } from './snooze.steps';

export const snooze: Operation = {
	name: 'Snooze',
	value: 'snooze',
	action: 'Snooze issue',
	description: 'Hide an issue from the inbox until a date and time, or for a duration',
	effect: 'writesInternally',
	request: { method: 'POST', url: '/issues/{issueId}/snooze' },
	safeToRepeat: true,
	fields: [
		issueId,
		{
			displayName: 'Snooze',
			name: 'snoozeFor',
			type: 'options',
			noDataExpression: true,
			default: 'until',
			options: [
				{
					name: 'For a Duration',
					value: 'duration',
					routing: { send: { preSend: [snoozeForDuration] } },
				},
				{
					name: 'Until a Date and Time',
					value: 'until',
					routing: { send: { preSend: [snoozeUntilMoment] } },
				},
			],
		},
		{
			displayName: 'Until',
			name: 'snoozeUntil',
			type: 'dateTime',
			default: '',
			required: true,
			displayOptions: { show: { snoozeFor: ['until'] } },
			description:
				"When the issue comes back. Without an offset, the workflow's time zone applies.",
		},
		{
			displayName: 'Duration',
			name: 'durationAmount',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 1,
			required: true,
			displayOptions: { show: { snoozeFor: ['duration'] } },
			description: 'How long to snooze the issue, from the moment this node runs',
		},
		{
			displayName: 'Unit',
			name: 'durationUnit',
			type: 'options',
			noDataExpression: true,
			default: 'days',
			displayOptions: { show: { snoozeFor: ['duration'] } },
			options: [
				{ name: 'Days', value: 'days' },
				{ name: 'Hours', value: 'hours' },
				{ name: 'Minutes', value: 'minutes' },
				{ name: 'Weeks', value: 'weeks' },
			],
		},
		...output.issue,
	],
};
