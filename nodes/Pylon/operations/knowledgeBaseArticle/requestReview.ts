import { booleanField } from '../../parameters/choices/choiceFields';
import { articleId, knowledgeBaseId } from '../../parameters/record/knowledgeBaseFields';
import type { Operation } from '../operation';
import { reviewerUserIds } from './fields';

export const requestReview: Operation = {
	name: 'Request Review',
	value: 'requestReview',
	action: 'Request review of knowledge base article',
	description:
		'Ask people, AI or both to review the draft of an article. The article needs an unpublished draft.',
	effect: 'writesInternally',
	request: {
		method: 'POST',
		url: '/knowledge-bases/{knowledgeBaseId}/articles/{articleId}/request-review',
	},
	safeToRepeat: false,
	load: async () => ({ validate: [(await import('./article.steps')).somebodyReviews] }),
	fields: [
		knowledgeBaseId,
		articleId,
		reviewerUserIds,
		booleanField({
			displayName: 'Review by AI',
			name: 'requestAiReview',
			property: 'request_ai_review',
			default: false,
			description: 'Whether to have an AI agent review the draft as well',
		}),
	],
};
