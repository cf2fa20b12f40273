import type { INodeProperties } from 'n8n-workflow';
import { listChange } from '../../fields/listChange';
import { recordList } from '../../fields/recordList';
import { listOf } from '../../simplify/parts';
import { textList } from '../../steps/listKinds';

/** Tags of an article go by their ID, and come as records (openapi.yaml, `UpdateArticleRequestBody`, `Article`). */
const articleTagList = textList({ displayName: 'Tags', property: 'tag_ids', of: ({ tags }) => listOf(tags, 'id') });

export const tagsChange: INodeProperties = listChange(articleTagList, {
	name: 'tagIds',
	description: 'What the article is tagged with',
	values: recordList('Tag', 'tagIds', 'getArticleTags', 'Tags of articles'),
});
