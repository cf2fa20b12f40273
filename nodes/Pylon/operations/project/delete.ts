import type { Operation } from '../operation';
import { projectId } from './fields';

export const deleteProject: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete project',
	description:
		"Remove a project permanently. This cannot be undone. To only archive it, use 'Update'.",
	effect: 'cannotBeUndone',
	request: { method: 'DELETE', url: '/projects/{projectId}' },
	fields: [projectId],
};
