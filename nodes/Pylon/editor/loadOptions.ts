import type { IDataObject } from 'n8n-workflow';
import { fieldText } from '../../shared/client/envelope';
import { account } from '../records/account';
import { contact } from '../records/contact';
import { customObject } from '../records/customObject';
import { featureRequest } from '../records/featureRequest';
import { tag } from '../records/tag';
import { team } from '../records/team';
import { user } from '../records/user';
import { getActivityTypes } from './activityTypes';
import { getFilterFields, searchedBy } from './filterFields';
import { getFilterValuesOf } from './filterValues';
import { getIssueKeyFields } from './issueKeyFields';
import { getIssueStatuses } from './issueStatuses';
import { allTellingErrors } from './listErrors';
import { optionsOf } from './recordOptions';
import { getTrainingDataDocuments } from './trainingDataDocuments';
import { getUserRoles } from './userRoles';

const valueOf = ({ value }: IDataObject): string => fieldText(value);

/** Issues, accounts and articles have tags of their own (openapi.yaml, `Tag`). */
const tagsOf = (objectType: string, valueIn?: (tag: IDataObject) => string) =>
	optionsOf(tag, { valueIn, nameIn: valueOf, only: (record) => record.object_type === objectType });

/** The methods that fill drop-downs and multi-selects, by the name in `loadOptionsMethod`. */
export const loadOptions = allTellingErrors({
	getAccountTags: tagsOf('account', valueOf),
	getAccounts: optionsOf(account),
	getActivityTypes,
	getArticleTags: tagsOf('article'),
	getContacts: optionsOf(contact),
	getCustomObjects: optionsOf(customObject, { most: 100 }),
	getFeatureRequests: optionsOf(featureRequest),
	getFilterFields,
	getFilterValues: getFilterValuesOf(searchedBy),
	getIssueKeyFields,
	getIssueStatuses,
	getIssueTags: tagsOf('issue', valueOf),
	getTeams: optionsOf(team),
	getTrainingDataDocuments,
	getUserRoles,
	getUsers: optionsOf(user),
});
