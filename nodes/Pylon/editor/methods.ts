import { editorMethods } from '../../shared/description/editorMethods';
import { kinds } from '../records';

/** What the editor fills lists, drop-downs and mappers with, by the names that the parameters give. */
export const methods = {
	listSearch: editorMethods(
		[...kinds.map((kind) => kind.listSearch), 'searchFilterValues'],
		async () => (await import('./pickers')).listSearch,
	),
	loadOptions: editorMethods(
		[
			'getAccountTags',
			'getAccounts',
			'getActivityTypes',
			'getArticleTags',
			'getContacts',
			'getCustomObjects',
			'getFeatureRequests',
			'getFilterFields',
			'getFilterValues',
			'getIssueKeyFields',
			'getIssueStatuses',
			'getIssueTags',
			'getTeams',
			'getTrainingDataDocuments',
			'getUserRoles',
			'getUsers',
		],
		async () => (await import('./loadOptions')).loadOptions,
	),
	resourceMapping: editorMethods(
		['getCustomFields'],
		async () => (await import('./resourceMapping')).resourceMapping,
	),
};
