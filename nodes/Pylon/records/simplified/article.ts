import type { IDataObject } from 'n8n-workflow';
import { pick } from './simplifyHelpers';

/**
 * @param article as Pylon sent it (openapi.yaml, `Article`)
 * @returns the fields of a knowledge base article that people use
 */
export const simplifyArticle = (article: IDataObject): IDataObject =>
	pick(
		article,
		'id',
		'title',
		'slug',
		'url',
		'is_published',
		'collection_id',
		'author_user_id',
		'last_edited_at',
		'last_published_at',
		'current_published_content_html',
		'current_draft_content_html',
	);
