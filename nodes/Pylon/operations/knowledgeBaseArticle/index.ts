import type { Resource } from '../operation';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { requestReview } from './requestReview';
import { update } from './update';

export const knowledgeBaseArticle: Resource = {
	name: 'Knowledge Base Article',
	value: 'knowledgeBaseArticle',
	operations: [create, update, get, getAll, requestReview, remove],
	default: 'create',
};
