/** Every part of the paths of openapi.yaml that is no ID; a test compares the two. */
const WORDS = new Set([
	'accounts', 'activities', 'activity-types', 'ai-response', 'articles', 'attachments', 'audit-logs', 'call-recordings',
	'collections', 'comments', 'contacts', 'custom-fields', 'custom-objects', 'devin', 'disconnect', 'documents',
	'external-issues', 'feature-requests', 'files', 'followers', 'highlights', 'import', 'integrations', 'issue-statuses',
	'issues', 'knowledge-bases', 'macro-groups', 'macros', 'me', 'merge', 'messages', 'milestones', 'note', 'projects',
	'redact', 'relationship', 'relationships', 'reply', 'request-review', 'responses', 'route-redirects', 'search',
	'set-portal-visibility', 'snooze', 'surveys', 'tags', 'tasks', 'teams', 'threads', 'ticket-forms', 'training-data',
	'upload', 'upload-content', 'user-roles', 'users', 'voice-calls',
]);

/**
 * Limits go by endpoint, not by record. What is no known word counts as an ID: of an endpoint that is not known, at worst
 * two share a pause.
 * @param path of a request, e.g. `/issues/123/messages`
 * @returns its template, e.g. `/issues/{}/messages`, as `limitKey` takes it
 */
export function templateOf(path: string): string {
	return path
		.split('/')
		.map((part, index) => (index < 2 || WORDS.has(part) ? part : '{}'))
		.join('/');
}
