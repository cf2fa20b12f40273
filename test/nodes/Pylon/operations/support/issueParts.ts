import { issue } from '../../../../../nodes/Pylon/operations/issue';
import type { Resource } from '../../../../../nodes/Pylon/operations/operation';

/** The operations of an issue are too many for one file: which file tests which. */
export const issueParts = {
	conversation: ['askAiAgent', 'createThread', 'getMessages', 'getThreads'],
	notes: ['addNote', 'deleteMessage', 'redactMessage'],
	context: ['getContext'],
	create: ['create'],
	ifNoneOpen: ['createIfNoneOpen'],
	links: [
		'addFollowers',
		'getFollowers',
		'getVoiceCalls',
		'linkExternalIssue',
		'removeFollowers',
		'unlinkExternalIssue',
	],
	records: ['delete', 'get', 'getAll', 'search', 'update'],
	reply: ['reply'],
	sendAndWait: ['sendAndWait'],
	similar: ['findSimilar'],
	snooze: ['snooze'],
};

/**
 * @param part the test file's name behind `issue.`
 * @returns the resource with those operations that the file tests
 */
export function issuePart(part: keyof typeof issueParts): Resource {
	return {
		...issue,
		operations: issue.operations.filter(({ value }) => issueParts[part].includes(value)),
	};
}
