import type { IDataObject } from 'n8n-workflow';
import { customFieldsOf, partOf, personOf, pick } from './simplifyHelpers';

/** @returns what people use of a task (openapi.yaml, `Task`), flat; a user or a contact is its assignee */
export function simplifyTask(task: IDataObject): IDataObject {
	const { type, person } = personOf(task.assignee);
	return {
		...pick(task, 'id', 'title', 'status', 'due_date'),
		assignee_type: type,
		assignee_id: partOf(person, 'id'),
		account_id: partOf(task.account, 'id'),
		project_id: partOf(task.project, 'id'),
		milestone_id: partOf(task.milestone, 'id'),
		...pick(task, 'parent_task_id', 'created_at'),
		custom_fields: customFieldsOf(task.custom_fields),
	};
}
