import type { INodeProperties } from 'n8n-workflow';
import { readIds } from '../../../shared/input';
import { listChange } from '../../parameters/lists/listChangeField';
import { recordList } from '../../parameters/record/recordListField';
import { listOf } from '../../records/simplified/simplifyHelpers';
import { textList } from '../../parameters/lists/listKinds';

/** Pylon takes tags of an article by their ID, and sends them as records (openapi.yaml, `UpdateArticleRequestBody`, `Article`). */
const articleTagList = textList({
	displayName: 'Tags',
	property: 'tag_ids',
	read: readIds,
	of: ({ tags }) => listOf(tags, 'id'),
});

export const tagsChange: INodeProperties = listChange(articleTagList, {
	name: 'tagIds',
	description: 'The tags of the article',
	values: recordList({
		noun: 'Tag',
		name: 'tagIds',
		loadOptionsMethod: 'getArticleTags',
		description: 'Tags of articles',
	}),
});
