import { knowledgeBaseArticle } from '../../../../nodes/Pylon/operations/knowledgeBaseArticle';
import { seedIds } from '../../../../sandbox/pylon';
import { replaced } from '../../../support/listChange';
import { byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';
import { without } from './support/parts';

const { articles, collections, tags } = seedIds;
const { nora, omar, priya } = seedIds.users;
const knowledgeBaseId = byId(seedIds.knowledgeBase);
const draft = { knowledgeBaseId, articleId: byId(articles.refunds) };
const published = { knowledgeBaseId, articleId: byId(articles.export) };

const vip = { field: 'tags', operator: 'contains', value: 'vip' };
const seen = {
	aiAgentAccess: 'specific_agents',
	allowedAgentIds: 'agent-1, agent-2',
	customerVisibilityCondition: JSON.stringify(vip),
	visibility: 'customer',
};
const stored = {
	ai_agent_access: 'specific_agents',
	allowed_agent_ids: ['agent-1', 'agent-2'],
	customer_visibility_condition: vip,
	visibility: 'customer',
};

const least = {
	knowledgeBaseId,
	title: 'Tariffs',
	content: '<p>Three of them.</p>',
	authorUserId: byId(nora),
};
const withTranslations = (...translation: Array<Record<string, string>>) => ({
	...least,
	additionalFields: { translations: { translation } },
});

describeOperations(without(knowledgeBaseArticle, 'get', 'getAll'), {
	create: {
		least: {
			parameters: least,
			then: ({ json: [created], sent }) => {
				expect(sent.body).toEqual({
					title: 'Tariffs',
					body_html: '<p>Three of them.</p>',
					author_user_id: nora,
				});
				expect(created).toMatchObject({
					is_published: false,
					current_draft_content_html: '<p>Three of them.</p>',
					current_published_content_html: null,
				});
			},
		},
		all: {
			parameters: {
				...least,
				content: '**Three** of them.',
				messageFormat: 'markdown',
				output: 'raw',
				additionalFields: {
					...seen,
					collectionId: byId(collections.billing),
					isPublished: true,
					isUnlisted: true,
					slug: 'our-tariffs',
					translations: { translation: [{ language: ' de ', title: 'Tarife', content: '*Drei*' }] },
				},
			},
			then: ({ sim, json: [created] }) => {
				expect(created).toMatchObject({
					current_published_content_html: '<p><strong>Three</strong> of them.</p>',
					visibility_config: stored,
				});
				expect(sim.state.articles.get(created.id as string)).toMatchObject({
					slug: 'our-tariffs',
					collection_id: collections.billing,
					is_unlisted: true,
					texts: {
						de: {
							title: 'Tarife',
							draft_html: '<p><em>Drei</em></p>',
							published_html: '<p><em>Drei</em></p>',
						},
					},
				});
			},
		},
		wrong: [
			{ parameters: { ...least, authorUserId: byId('') }, message: "'Author' is empty" },
			{ parameters: { ...least, content: '' }, message: "'Content' is empty" },
			{
				parameters: withTranslations({ language: 'de', title: '', content: '<p>Drei.</p>' }),
				message: "An entry of 'Translations' has no 'Title'",
			},
			{
				parameters: withTranslations(
					{ language: 'de', title: 'Tarife', content: '<p>Drei.</p>' },
					{ language: 'de', title: 'Preise', content: '<p>Drei.</p>' },
				),
				message: "'Translations' has the language 'de' twice",
			},
			{
				parameters: {
					...least,
					additionalFields: { ifEmpty: 'refuse', aiAgentAccess: 'specific_agents' },
				},
				message: "'Allowed AI Agents' is empty",
			},
			{
				parameters: { ...least, additionalFields: { allowedAgentIds: 'agent-1' } },
				message: "'Allowed AI Agents' does not match 'AI Agent Access'",
			},
			{
				parameters: { ...least, additionalFields: { customerVisibilityCondition: 'vip' } },
				message: "'Customer Visibility Condition (JSON)' is not JSON",
			},
		],
	},
	delete: {
		least: {
			parameters: draft,
			then: ({ sim, json }) => {
				expect(json).toEqual([{ deleted: true }]);
				expect(sim.state.articles.has(articles.refunds)).toBe(false);
			},
		},
		all: {
			parameters: published,
			then: ({ sim }) => expect(sim.state.articles.has(articles.export)).toBe(false),
		},
		wrong: { parameters: { ...draft, articleId: byId('') }, message: "'Article' is empty" },
	},
	requestReview: {
		least: {
			parameters: { ...draft, reviewerUserIds: nora },
			then: ({ sim, json: [answer], sent }) => {
				expect(sent.body).toEqual({ reviewer_user_ids: [nora], request_ai_review: false });
				expect(answer).toMatchObject({
					approval_status: 'needs_review',
					article_id: articles.refunds,
				});
				expect(sim.state.articles.get(articles.refunds)?.review_requested_at).not.toBeNull();
			},
		},
		all: {
			parameters: { ...published, reviewerUserIds: [nora, omar], requestAiReview: true },
			then: ({ sent }) =>
				expect(sent.body).toEqual({ reviewer_user_ids: [nora, omar], request_ai_review: true }),
		},
		wrong: {
			parameters: draft,
			message: "'Reviewer Names or IDs' is empty and 'Review by AI' is off",
		},
	},
	update: {
		least: {
			parameters: { ...published, updateFields: { content: '<p>New</p>' } },
			then: ({ json: [changed], sent }) => {
				expect(sent.body).toEqual({ body_html: '<p>New</p>' });
				// The readers still see the old text.
				expect(changed.current_draft_content_html).toBe('<p>New</p>');
				expect(changed.current_published_content_html).toContain('Open Settings');
			},
		},
		all: [
			{
				parameters: {
					...published,
					output: 'raw',
					updateFields: {
						...seen,
						content: 'Neu',
						messageFormat: 'plainText',
						language: 'de',
						publishNewContent: true,
						isPublished: true,
						isUnlisted: true,
						tagIds: replaced([tags.howTo]),
						title: 'Datenexport',
					},
				},
				then: ({ sim, json: [changed] }) => {
					expect(changed).toMatchObject({ title: 'Datenexport', visibility_config: stored });
					const { texts, tag_ids, is_unlisted } = sim.state.articles.get(articles.export) ?? {};
					expect(texts).toMatchObject({
						de: { title: 'Datenexport', draft_html: '<p>Neu</p>', published_html: '<p>Neu</p>' },
						en: { title: 'How to export your data' },
					});
					expect({ tag_ids, is_unlisted }).toEqual({ tag_ids: [tags.howTo], is_unlisted: true });
				},
			},
			{
				parameters: { ...draft, updateFields: { isPublished: true } },
				then: ({ json: [changed] }) =>
					expect(changed.current_published_content_html).toBe('<p>How refunds work.</p>'),
			},
			{
				before: ({ state }) => {
					const article = state.articles.get(articles.export);
					if (article) state.articles.set(article.id, { ...article, tag_ids: [tags.howTo] });
				},
				parameters: {
					...published,
					output: 'raw',
					updateFields: { ifEmpty: 'clear', tagIds: replaced('') },
				},
				then: ({ json: [changed], sent }) => {
					expect(sent.body).toEqual({ tag_ids: [] });
					expect(changed.tags).toEqual([]);
				},
			},
		],
		wrong: [
			{ parameters: published, message: 'There is nothing to change' },
			{ parameters: { ...published, updateFields: { title: '' } }, message: "'Title' is empty" },
			{
				parameters: {
					...published,
					updateFields: { aiAgentAccess: 'none', allowedAgentIds: priya },
				},
				message: "'Allowed AI Agents' does not match 'AI Agent Access'",
			},
		],
	},
});
