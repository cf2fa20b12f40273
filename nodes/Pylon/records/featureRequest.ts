import { detailsOf, labelOf, type RecordKind } from './recordKind';

/**
 * `POST /feature-requests/search` has a query of its own and no cursor: users find by typing what does not fit on its page
 * (openapi.yaml).
 */
export const featureRequest: RecordKind = {
	noun: 'feature request',
	plural: 'feature requests',
	listSearch: 'searchFeatureRequests',
	label: ({ title, request_status: status }) => labelOf(title, detailsOf(status)),
	list: {
		query: (search) => ({
			template: '/feature-requests/search',
			method: 'POST',
			body: search === undefined ? {} : { query: search },
		}),
		pageSize: 100,
		isOnePage: true,
		searchedByPylon: true,
	},
};
