import { knowledgeBase } from '../../../../nodes/Pylon/operations/knowledgeBase';
import { routeRedirect } from '../../../../nodes/Pylon/operations/routeRedirect';
import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';

const { knowledgeBase: id, articles, collections } = seedIds;
const shown = {
	id,
	title: 'Help centre',
	slug: 'help',
	default_language: 'en',
	supported_languages: ['en', 'de', 'fr'],
};

describeOperations(knowledgeBase, {
	get: {
		least: {
			parameters: { knowledgeBaseId: byId(id) },
			then: ({ json }) => expect(json).toEqual([shown]),
		},
		all: { parameters: { knowledgeBaseId: id }, then: ({ json }) => expect(json).toEqual([shown]) },
		wrong: { parameters: { knowledgeBaseId: byId(' ') }, message: "'Knowledge Base' is empty" },
	},
	getAll: {
		least: { then: ({ json }) => expect(json).toEqual([shown]) },
		all: [
			{ parameters: { limit: 1 }, then: ({ json }) => expect(json).toHaveLength(1) },
			{ parameters: { returnAll: true }, then: ({ json }) => expect(json).toHaveLength(1) },
		],
		wrong: { parameters: { limit: '' }, message: "'Limit' is empty" },
	},
});

describeOperations(routeRedirect, {
	create: {
		least: {
			parameters: {
				knowledgeBaseId: byId(id),
				fromPath: '/old/export',
				articleId: byId(articles.export),
			},
			then: ({ sim, json: [created], sent }) => {
				expect(sent.body).toEqual({
					from_path: '/old/export',
					object_type: 'article',
					object_id: articles.export,
				});
				expect(sim.state.routeRedirects.get(created.id as string)).toMatchObject({
					knowledge_base_id: id,
					from_path: '/old/export',
					object_id: articles.export,
					language: null,
				});
			},
		},
		all: [
			{
				parameters: {
					knowledgeBaseId: byId(id),
					fromPath: '/old/billing',
					objectType: 'collection',
					collectionId: byId(collections.billing),
					additionalFields: { language: 'de' },
				},
				then: ({ json: [created] }) =>
					expect(created).toMatchObject({
						object_type: 'collection',
						object_id: collections.billing,
						language: 'de',
					}),
			},
			{
				parameters: {
					knowledgeBaseId: byId(id),
					fromPath: '/old/plans',
					objectType: 'article',
					articleId: byId(articles.plans),
				},
				then: ({ json: [created] }) =>
					expect(created).toMatchObject({ object_type: 'article', object_id: articles.plans }),
			},
		],
		wrong: [
			{
				parameters: { knowledgeBaseId: byId(id), articleId: byId(articles.export) },
				message: "'Old Path' is empty",
			},
			{
				parameters: { knowledgeBaseId: byId(id), fromPath: '/old' },
				message: "'Article' is empty",
			},
			{
				parameters: { knowledgeBaseId: byId(id), fromPath: '/old', objectType: 'collection' },
				message: "'Collection' is empty",
			},
		],
	},
});
