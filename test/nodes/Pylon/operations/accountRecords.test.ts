import { accountHighlight } from '../../../../nodes/Pylon/operations/accountHighlight';
import { accountRelationship } from '../../../../nodes/Pylon/operations/accountRelationship';
import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';

const { highlight, relationship } = seedIds;

const { globex, initech, cedar, dune, harbor } = seedIds.accounts;

const { carla } = seedIds.contacts;

const accountId = byId(globex);

const ofHighlight = { accountId, accountHighlightId: byId(highlight) };

describeOperations(accountHighlight, {
	create: {
		least: {
			parameters: { accountId, content: 'Speaks German' },
			then: ({ sim, json: [created], sent }) => {
				expect(sent.body).toEqual({ content_html: '<p>Speaks German</p>' });
				expect(sim.state.highlights.get(created.id as string)).toMatchObject({
					account_id: globex,
					content_html: '<p>Speaks German</p>',
					expires_at: null,
					contact_id: null,
				});
			},
		},
		all: {
			timezone: 'Europe/Berlin',
			parameters: {
				accountId: { __rl: true, mode: 'externalId', value: 'crm-globex' },
				content: '<p>Carla decides</p>',
				messageFormat: 'html',
				additionalFields: { contactId: byId(carla), expiresAt: '2099-01-31T09:00:00' },
			},
			then: ({ sim, json: [created], sent }) => {
				expect(sent.body).toMatchObject({ expires_at: '2099-01-31T08:00:00Z' });
				expect(sim.state.highlights.get(created.id as string)).toMatchObject({
					account_id: globex,
					contact_id: carla,
				});
			},
		},
		wrong: [
			{ parameters: { accountId, content: ' ' }, message: "'Content' is empty" },
			{
				parameters: { accountId, content: 'x', additionalFields: { expiresAt: 'soon' } },
				message: "'Expires At'",
			},
			{ parameters: { accountId: byId(''), content: 'x' }, message: "'Account' is empty" },
		],
	},
	delete: {
		least: {
			parameters: ofHighlight,
			then: ({ sim, json }) => {
				expect(json).toEqual([{ deleted: true }]);
				expect(sim.state.highlights.size).toBe(0);
			},
		},
		all: {
			parameters: { accountId: globex, accountHighlightId: highlight },
			then: ({ sim }) => expect(sim.state.highlights.size).toBe(0),
		},
		wrong: {
			parameters: { ...ofHighlight, accountHighlightId: byId('') },
			message: "'Account Highlight' is empty",
		},
	},
	update: {
		least: {
			parameters: { ...ofHighlight, updateFields: { content: 'All is well' } },
			then: ({ sim, sent }) => {
				expect(sent.body).toEqual({ content_html: '<p>All is well</p>' });
				expect(sim.state.highlights.get(highlight)?.content_html).toBe('<p>All is well</p>');
			},
		},
		all: {
			parameters: {
				...ofHighlight,
				updateFields: {
					content: 'Call *first*',
					messageFormat: 'markdown',
					expiresAt: '2099-01-31T09:00:00+02:00',
				},
			},
			then: ({ sim, json: [changed] }) => {
				expect(changed).toMatchObject({
					id: highlight,
					content_html: '<p>Call <em>first</em></p>',
				});
				expect(Date.parse(sim.state.highlights.get(highlight)?.expires_at ?? '')).toBe(
					Date.parse('2099-01-31T07:00:00Z'),
				);
			},
		},
		wrong: {
			parameters: { ...ofHighlight, updateFields: {} },
			message: "'Update Fields' is empty",
		},
	},
});

const tie = { accountId: byId(initech), relatedAccountId: byId(cedar) };

describeOperations(accountRelationship, {
	create: {
		least: {
			parameters: tie,
			then: ({ sim, json: [created], sent }) => {
				expect(sent.body).toEqual({
					relationship_type: 'parent_account',
					related_object_id: cedar,
				});
				expect(created).toMatchObject({ child_account_id: initech, parent_account_id: cedar });
				expect(sim.state.accounts.get(cedar)?.subaccount_ids).toEqual([initech]);
			},
		},
		all: {
			parameters: { ...tie, relationshipType: 'partner_account' },
			then: ({ sim, json: [created] }) =>
				expect(sim.state.relationships.get(created.id as string)).toMatchObject({
					child_account_id: initech,
					parent_account_id: cedar,
					relationship_type: 'partner_account',
				}),
		},
		wrong: {
			parameters: { ...tie, relatedAccountId: byId(' ') },
			message: "'Related Account' is empty",
		},
	},
	delete: {
		least: {
			parameters: { accountId: byId(harbor), accountRelationshipId: byId(relationship) },
			then: ({ sim, json }) => {
				expect(json).toEqual([{ deleted: true }]);
				expect(sim.state.relationships.size).toBe(0);
				expect(sim.state.accounts.get(dune)?.subaccount_ids).toEqual([]);
			},
		},
		all: {
			parameters: { accountId: dune, accountRelationshipId: relationship },
			then: ({ sim }) => expect(sim.state.relationships.size).toBe(0),
		},
		wrong: {
			parameters: { accountId: byId(harbor), accountRelationshipId: byId('') },
			message: "'Account Relationship' is empty",
		},
	},
	getAll: {
		least: {
			parameters: { accountId: byId(dune) },
			then: ({ json }) =>
				expect(json).toMatchObject([
					{
						id: relationship,
						child_account_id: harbor,
						parent_account_id: dune,
						relationship_type: 'parent_account',
					},
				]),
		},
		all: [
			{
				parameters: { accountId: byId(harbor), limit: 1 },
				then: ({ json }) => expect(json).toHaveLength(1),
			},
			{ parameters: { accountId, returnAll: true }, then: ({ json }) => expect(json).toEqual([]) },
		],
		wrong: { parameters: { accountId: byId('') }, message: "'Account' is empty" },
	},
});
