import { limit, returnAll } from '../../parameters/paging/pagingFields';
import { output } from '../../parameters/output/outputFields';
import type { Operation } from '../operation';
import { periodInQuery } from './getAll.steps';

/**
 * Up to 20,000 issues on each page (docs/pylon-api-notes.md#page-size), and a period of any length, cut into windows. Pylon
 * does not document which time of an issue it compares, and clients disagree (openapi.yaml, `getIssues`).
 */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many issues',
	description:
		"List the issues of a period, newest first. To filter by a certain time, or by anything else, use 'Search'.",
	effect: 'reads',
	builderHint:
		"For issues of a period only. To filter by anything else, such as state, assignee or account, use 'search'.",
	request: { method: 'GET', url: '/issues' },
	validate: [periodInQuery],
	list: { windows: true },
	fields: [
		{
			displayName: 'From',
			name: 'startTime',
			type: 'dateTime',
			default: '={{ $now.minus({ days: 7 }) }}',
			required: true,
			description:
				"Start of the period, by default seven days ago. Without an offset, the workflow's time zone applies.",
		},
		{
			displayName: 'Until',
			name: 'endTime',
			type: 'dateTime',
			default: '',
			description:
				"End of the period. If empty, the current time is used. Without an offset, the workflow's time zone applies.",
		},
		returnAll,
		limit,
		...output.issue,
	],
};
