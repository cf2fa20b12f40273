import { knowledgeBaseCollection } from '../../../../nodes/Pylon/operations/knowledgeBaseCollection';
import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';

const { articles } = seedIds;
const { billing, invoices } = seedIds.collections;
const knowledgeBaseId = byId(seedIds.knowledgeBase);
const path = { knowledgeBaseId, collectionId: byId(billing) };

const seen = {
	aiAgentAccess: 'specific_agents',
	allowedAgentIds: 'agent-1',
	visibility: 'internal_only',
};
const stored = {
	ai_agent_access: 'specific_agents',
	allowed_agent_ids: ['agent-1'],
	visibility: 'internal_only',
};

describeOperations(knowledgeBaseCollection, {
	create: {
		least: {
			parameters: { knowledgeBaseId, title: 'Getting Started' },
			then: ({ sim, json: [created], sent }) => {
				expect(sent.body).toEqual({ title: 'Getting Started' });
				expect(sim.state.collections.get(created.id as string)).toMatchObject({
					slug: 'getting-started',
					parent_collection_id: null,
				});
			},
		},
		all: {
			parameters: {
				knowledgeBaseId,
				title: 'Reminders',
				additionalFields: {
					...seen,
					description: 'Late payers',
					parentCollectionId: byId(invoices),
					slug: 'late',
				},
			},
			then: ({ json: [created] }) =>
				expect(created).toMatchObject({
					title: 'Reminders',
					slug: 'late',
					description: 'Late payers',
					parent_collection_id: invoices,
					visibility_config: stored,
				}),
		},
		wrong: [
			{ parameters: { knowledgeBaseId }, message: "'Title' is empty" },
			{
				parameters: {
					knowledgeBaseId,
					title: 'Reminders',
					additionalFields: { ifEmpty: 'refuse', parentCollectionId: byId('') },
				},
				message: "'Parent Collection' is empty",
			},
			{
				parameters: {
					knowledgeBaseId,
					title: 'Reminders',
					additionalFields: { ifEmpty: 'refuse', ...seen, allowedAgentIds: '' },
				},
				message: "'Allowed AI Agents' is empty",
			},
		],
	},
	delete: {
		least: {
			parameters: path,
			then: ({ sim, json }) => {
				expect(json).toEqual([{ deleted: true }]);
				// With everything nested in it.
				expect([...sim.state.collections.keys()]).toEqual([]);
				expect([...sim.state.articles.keys()]).toEqual([articles.export]);
			},
		},
		all: {
			parameters: { knowledgeBaseId, collectionId: byId(invoices) },
			then: ({ sim }) => expect([...sim.state.collections.keys()]).toEqual([billing]),
		},
		wrong: { parameters: { knowledgeBaseId }, message: "'Collection' is empty" },
	},
	get: {
		least: {
			parameters: { knowledgeBaseId, collectionId: byId(invoices) },
			then: ({ json: [found] }) =>
				expect(found).toMatchObject({ title: 'Invoices', parent_collection_id: billing }),
		},
		all: { parameters: path, then: ({ json: [found] }) => expect(found.title).toBe('Billing') },
		wrong: { parameters: { ...path, knowledgeBaseId: '' }, message: "'Knowledge Base' is empty" },
	},
	getAll: {
		least: {
			parameters: { knowledgeBaseId },
			then: ({ json }) => expect(json.map(({ id }) => id).sort()).toEqual([billing, invoices]),
		},
		all: [
			{
				parameters: { knowledgeBaseId, limit: 1 },
				then: ({ json }) => expect(json).toHaveLength(1),
			},
			{
				parameters: { knowledgeBaseId, returnAll: true },
				then: ({ json }) => expect(json).toHaveLength(2),
			},
		],
		wrong: { parameters: {}, message: "'Knowledge Base' is empty" },
	},
	update: {
		least: {
			parameters: { ...path, updateFields: { title: 'Money' } },
			then: ({ sim, sent }) => {
				expect(sent.body).toEqual({ title: 'Money' });
				expect(sim.state.collections.get(billing)).toMatchObject({
					title: 'Money',
					slug: 'billing',
					description: 'All about billing',
				});
			},
		},
		all: [
			{
				parameters: {
					...path,
					updateFields: {
						...seen,
						description: 'Plans and invoices',
						slug: 'money',
						title: 'Money',
					},
				},
				then: ({ json: [changed] }) =>
					expect(changed).toMatchObject({
						title: 'Money',
						slug: 'money',
						description: 'Plans and invoices',
						visibility_config: stored,
					}),
			},
			{
				parameters: { ...path, updateFields: { ifEmpty: 'clear', description: '' } },
				then: ({ sim }) => expect(sim.state.collections.get(billing)?.description).toBeNull(),
			},
		],
		wrong: [
			{ parameters: path, message: 'There is nothing to change' },
			{ parameters: { ...path, updateFields: { slug: ' ' } }, message: "'Slug' is empty" },
		],
	},
});
