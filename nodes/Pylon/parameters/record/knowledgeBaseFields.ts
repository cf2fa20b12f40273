import { article } from '../../records/article';
import { collection } from '../../records/collection';
import { knowledgeBase } from '../../records/knowledgeBase';
import { picker } from './recordField';

export const knowledgeBaseId = picker(
	'Knowledge Base',
	'knowledgeBaseId',
	'The knowledge base to work with',
	knowledgeBase,
);

export const articleId = picker('Article', 'articleId', 'The article to work with', article);

export const collectionId = picker(
	'Collection',
	'collectionId',
	'The collection to work with',
	collection,
);
