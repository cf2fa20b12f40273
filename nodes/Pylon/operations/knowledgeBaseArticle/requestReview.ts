import { articleId, knowledgeBaseId } from '../../parameters/record/knowledgeBaseFields';
import { listName, recordList } from '../../parameters/record/recordListField';
import { user } from '../../records/user';
import { listInBody } from '../../parameters/lists/lists';
import { recordsInList } from '../../parameters/record/recordListReferences';
import type { Operation } from '../operation';
import { somebodyReviews } from './article.steps';

export const requestReview: Operation = {
	name: 'Request Review',
	value: 'requestReview',
	action: 'Request review of knowledge base article',
	description:
		'Ask people, AI or both to review the draft of an article. There has to be a draft that is not published yet.',
	request: {
		method: 'POST',
		url: '/knowledge-bases/{knowledgeBaseId}/articles/{articleId}/request-review',
	},
	safeToRepeat: false,
	fields: [
		knowledgeBaseId,
		articleId,
		{
			...recordList(
				'Reviewer',
				'reviewerUserIds',
				'getUsers',
				'Users who are set up as reviewers of the knowledge base',
				user,
			),
			routing: {
				send: {
					type: 'body',
					property: 'reviewer_user_ids',
					preSend: [
						listInBody('reviewer_user_ids', listName('Reviewer')),
						somebodyReviews,
						recordsInList(user, 'reviewer_user_ids', listName('Reviewer')),
					],
				},
			},
		},
		{
			displayName: 'Review by AI',
			name: 'requestAiReview',
			type: 'boolean',
			default: false,
			description: 'Whether an AI agent reviews the draft as well',
			routing: { send: { type: 'body', property: 'request_ai_review' } },
		},
	],
};
