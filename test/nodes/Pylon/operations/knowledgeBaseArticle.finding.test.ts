import { knowledgeBaseArticle } from '../../../../nodes/Pylon/operations/knowledgeBaseArticle';
import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';
import { only } from './support/parts';

const { articles } = seedIds;

const knowledgeBaseId = byId(seedIds.knowledgeBase);
const published = { knowledgeBaseId, articleId: byId(articles.export) };

describeOperations(only(knowledgeBaseArticle, 'get', 'getAll'), {
	get: {
		least: {
			parameters: published,
			then: ({ json: [found] }) =>
				expect(found).toMatchObject({
					title: 'How to export your data',
					current_draft_content_html: '<p>Open Settings, choose Export, then CSV.</p>',
					is_published: true,
				}),
		},
		all: {
			parameters: { ...published, output: 'raw', options: { language: 'de' } },
			then: ({ json: [found], sent }) => {
				expect(sent.query).toEqual({ language: 'de' });
				expect(found.title).toBe('So exportieren Sie Ihre Daten');
			},
		},
		wrong: [
			{
				parameters: { ...published, knowledgeBaseId: byId('') },
				message: "'Knowledge Base' is empty",
			},
			{
				parameters: { ...published, options: { language: '={{ $json.language }}' } },
				message: "'Language' is empty",
			},
		],
	},
	getAll: {
		least: {
			parameters: { knowledgeBaseId },
			then: ({ json }) =>
				expect(json.map(({ id }) => id)).toEqual([
					articles.refunds,
					articles.plans,
					articles.export,
				]),
		},
		all: [
			{
				parameters: {
					knowledgeBaseId,
					returnAll: true,
					output: 'raw',
					filters: { language: 'de', media: 'none' },
				},
				then: ({ json, sent }) => {
					expect(sent.query).toMatchObject({ language: 'de', media: 'none' });
					expect(json.map(({ title }) => title)).toEqual([
						'Refunds',
						'Plans',
						'So exportieren Sie Ihre Daten',
					]);
				},
			},
			{
				parameters: { knowledgeBaseId, limit: 3, filters: { media: 'none' } },
				then: ({ json }) =>
					expect(json[2].current_published_content_html).toBe(
						'<p>Open Settings and choose Export.</p>',
					),
			},
		],
		wrong: {
			parameters: { knowledgeBaseId, filters: { language: '' } },
			message: "'Language' is empty",
		},
	},
});
