import { picker } from './picker';

export const knowledgeBaseId = picker('Knowledge Base', 'knowledgeBaseId', 'The knowledge base to work with');

export const articleId = picker('Article', 'articleId', 'The article to work with');

export const collectionId = picker('Collection', 'collectionId', 'The collection to work with');
