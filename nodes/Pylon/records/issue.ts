import { fieldText } from '../../shared/client/envelope';
import type { RecordKind } from './recordKind';

const byNumber = (value: string) => ({
	template: '/issues/{issueId}',
	ids: { issueId: value },
	one: true,
});

/** `POST /issues/search` filters by title, not by number; `GET /issues/{id}` takes a number too (openapi.yaml, `x-accepts`). */
export const issue: RecordKind = {
	noun: 'issue',
	plural: 'issues',
	listSearch: 'searchIssues',
	label: ({ number, title }) => `#${fieldText(number)} ${fieldText(title)}`.trim(),
	/** Pylon sends it with the issue (docs/pylon-api-notes.md#issue-link). */
	url: ({ link }) => (typeof link === 'string' && link.startsWith('https://') ? link : undefined),
	list: {
		query: (search) => {
			if (search === undefined) return { template: '/issues/search', method: 'POST', body: {} };
			const number = /^#?(\d+)$/.exec(search)?.[1];
			if (number !== undefined) return byNumber(number);
			return {
				template: '/issues/search',
				method: 'POST',
				body: { filter: { field: 'title', operator: 'string_contains', value: search } },
			};
		},
		pageSize: 100,
		searchedByPylon: true,
	},
	namings: {
		number: {
			displayName: 'Number',
			placeholder: 'e.g. 1042',
			hint: 'The number that Pylon shows beside the title',
			noun: 'number',
			inPath: true,
			query: byNumber,
		},
		url: {
			displayName: 'By URL',
			placeholder: 'e.g. https://app.usepylon.com/issues?issueNumber=1042',
			hint: "The address that your browser shows, or 'Copy Link' in Pylon",
			noun: 'number',
			inPath: true,
			query: byNumber,
		},
	},
};
