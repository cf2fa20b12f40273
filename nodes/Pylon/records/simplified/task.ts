import type { IDataObject } from 'n8n-workflow';
import {
	customFieldsIn,
	nameFields,
	partOf,
	personFields,
	personOf,
	pick,
} from './simplifyHelpers';

/**
 * @param task as Pylon sent it (openapi.yaml, `Task`)
 * @param withNames whether names were looked up (`records/addNames.ts`)
 * @returns the fields of a task that people use, without nesting; its assignee is a user or a contact
 */
export function simplifyTask(task: IDataObject, withNames = false): IDataObject {
	const { type, person } = personOf(task.assignee);
	return {
		...pick(task, 'id', 'title', 'status', 'due_date'),
		assignee_type: type,
		...personFields('assignee', person, withNames),
		...nameFields('account', task.account, withNames),
		project_id: partOf(task.project, 'id'),
		milestone_id: partOf(task.milestone, 'id'),
		...pick(task, 'parent_task_id', 'created_at'),
		...customFieldsIn(task),
	};
}
