import { getActivityTypes } from './activityTypes';
import { getIssueStatuses } from './issueStatuses';
import { getUserRoles } from './userRoles';

/** What drop-downs are filled with, by the name that their `loadOptionsMethod` gives. */
export const loadOptions = {
	getActivityTypes,
	getIssueStatuses,
	getUserRoles,
};
