import type { FILTERABLE } from '../../nodes/Pylon/parameters/filter/filterable';

/** The resource of each kind of record that can be searched. */
export const SEARCHED_RESOURCES: Record<keyof typeof FILTERABLE, string> = {
	accounts: 'account',
	auditLogs: 'auditLog',
	callRecordings: 'callRecording',
	contacts: 'contact',
	customObjects: 'customObject',
	issues: 'issue',
	projects: 'project',
	surveys: 'survey',
	tasks: 'task',
	users: 'user',
};
