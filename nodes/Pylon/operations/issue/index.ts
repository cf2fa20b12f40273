import type { Resource } from '../operation';
import { addFollowers } from './addFollowers';
import { addNote } from './addNote';
import { askAiAgent } from './askAiAgent';
import { create } from './create';
import { createIfNoneOpen } from './createIfNoneOpen';
import { createThread } from './createThread';
import { deleteIssue } from './delete';
import { deleteMessage } from './deleteMessage';
import { findSimilar } from './findSimilar';
import { get } from './get';
import { getAll } from './getAll';
import { getContext } from './getContext';
import { getFollowers } from './getFollowers';
import { getMessages } from './getMessages';
import { getThreads } from './getThreads';
import { getVoiceCalls } from './getVoiceCalls';
import { linkExternalIssue } from './linkExternalIssue';
import { redactMessage } from './redactMessage';
import { removeFollowers } from './removeFollowers';
import { reply } from './reply';
import { search } from './search';
import { sendAndWait } from './sendAndWait';
import { snooze } from './snooze';
import { unlinkExternalIssue } from './unlinkExternalIssue';
import { update } from './update';

export const issue: Resource = {
	name: 'Issue',
	value: 'issue',
	operations: [
		create,
		update,
		reply,
		sendAndWait,
		addNote,
		get,
		getAll,
		search,
		snooze,
		getContext,
		getMessages,
		createIfNoneOpen,
		findSimilar,
		addFollowers,
		removeFollowers,
		getFollowers,
		createThread,
		getThreads,
		getVoiceCalls,
		linkExternalIssue,
		unlinkExternalIssue,
		askAiAgent,
		redactMessage,
		deleteMessage,
		deleteIssue,
	],
	default: 'create',
};
