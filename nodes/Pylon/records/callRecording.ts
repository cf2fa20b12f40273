import { dayOf, detailsOf, labelOf, searchBody, type RecordKind } from './recordKind';

/** `POST /call-recordings/search` filters by title (docs/pylon-api-notes.md#search-filters). */
export const callRecording: RecordKind = {
	noun: 'call recording',
	plural: 'call recordings',
	listSearch: 'searchCallRecordings',
	label: ({ title, start_time: startTime, source }) =>
		labelOf(title, detailsOf(dayOf(startTime), source)),
	list: {
		query: (search) => ({
			template: '/call-recordings/search',
			method: 'POST',
			body: searchBody(search, (value) => [{ field: 'title', operator: 'string_contains', value }]),
		}),
		pageSize: 100,
		searchedByPylon: true,
	},
};
