import { macro } from '../../../../nodes/Pylon/operations/macro';
import { macroGroup } from '../../../../nodes/Pylon/operations/macroGroup';
import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';

const { greeting, refund } = seedIds.macros;
const { general, billing } = seedIds.macroGroups;
const { support } = seedIds.teams;
const { nora } = seedIds.users;

const vip = { field: 'tags', operator: 'contains', value: 'vip' };
const least = { macroGroupId: byId(general), macroName: 'Thanks', macroText: 'Thanks' };
const everything = {
	conditions: JSON.stringify(vip),
	textType: 'note',
	visibility: 'users_and_teams',
	visibleTeamIds: support,
	visibleUserIds: [nora],
};

describeOperations(macro, {
	create: {
		least: {
			parameters: least,
			then: ({ sim, json: [created], sent }) => {
				expect(sent.body).toEqual({
					macro_group_id: general,
					name: 'Thanks',
					text_html: '<p>Thanks</p>',
				});
				expect(sim.state.macros.get(created.id as string)).toMatchObject({
					visibility: { type: 'org' },
					text_type: 'reply',
				});
			},
		},
		all: {
			parameters: { ...least, messageFormat: 'plainText', additionalFields: everything },
			then: ({ sim, json: [created] }) =>
				expect(sim.state.macros.get(created.id as string)).toMatchObject({
					text_type: 'note',
					conditions: vip,
					visibility: { type: 'users_and_teams', team_ids: [support], user_ids: [nora] },
				}),
		},
		wrong: [
			{ parameters: { ...least, macroText: '' }, message: "'Text' is empty" },
			{ parameters: { ...least, macroGroupId: byId('') }, message: "'Macro Group' is empty" },
			{
				parameters: { ...least, additionalFields: { ifEmpty: 'refuse', visibility: 'team' } },
				message: "'Visible For Team Names or IDs' is empty",
			},
			{
				parameters: { ...least, additionalFields: { visibleUserIds: nora } },
				message: "'Visible For User Names or IDs' does not match 'Visible For'",
			},
			{
				parameters: { ...least, additionalFields: { conditions: '{' } },
				message: "'Conditions (JSON)' is not JSON",
			},
			{
				parameters: { ...least, additionalFields: { ifEmpty: 'refuse', conditions: '' } },
				message: "'Conditions (JSON)' is empty",
			},
			{
				parameters: {
					...least,
					additionalFields: { conditions: '{"operator":"and","subfilters":[]}' },
				},
				message: "'Conditions (JSON)' has a group 'and' without conditions",
			},
		],
	},
	delete: {
		least: {
			parameters: { macroId: byId(greeting) },
			then: ({ sim, json }) => {
				expect(json).toEqual([{ deleted: true }]);
				expect(sim.state.macros.has(greeting)).toBe(false);
			},
		},
		all: {
			parameters: { macroId: byId(refund) },
			then: ({ sim }) => expect(sim.state.macros.has(refund)).toBe(false),
		},
		wrong: { parameters: { macroId: byId('') }, message: "'Macro' is empty" },
	},
	get: {
		least: {
			parameters: { macroId: byId(refund) },
			then: ({ json: [found] }) =>
				expect(found).toMatchObject({ id: refund, name: 'Refund', macro_group_id: billing }),
		},
		all: {
			parameters: { macroId: byId(greeting) },
			then: ({ json: [found] }) => expect(found.name).toBe('Greeting'),
		},
		wrong: { parameters: { macroId: '={{ $json.none }}' }, message: "'Macro' is empty" },
	},
	getAll: {
		least: {
			then: ({ json }) => expect(json.map(({ id }) => id).sort()).toEqual([greeting, refund]),
		},
		all: [
			{
				parameters: { returnAll: true, filters: { macroGroupId: byId(billing) } },
				then: ({ json }) => expect(json.map(({ id }) => id)).toEqual([refund]),
			},
			{ parameters: { limit: 1 }, then: ({ json }) => expect(json).toHaveLength(1) },
		],
		wrong: {
			parameters: { filters: { macroGroupId: byId('') } },
			message: "'Macro Group' is empty",
		},
	},
	update: {
		least: {
			parameters: { macroId: byId(greeting), updateFields: { macroName: 'Hello' } },
			then: ({ sim, sent }) => {
				expect(sent.body).toEqual({ name: 'Hello' });
				expect(sim.state.macros.get(greeting)).toMatchObject({
					name: 'Hello',
					text_html: '<p>Thank you for writing to us.</p>',
				});
			},
		},
		all: {
			parameters: {
				macroId: byId(greeting),
				updateFields: {
					...everything,
					macroGroupId: byId(billing),
					macroName: 'Hello',
					macroText: '<i>Hello</i>',
					messageFormat: 'html',
				},
			},
			then: ({ sim }) =>
				expect(sim.state.macros.get(greeting)).toMatchObject({
					name: 'Hello',
					macro_group_id: billing,
					text_html: '<i>Hello</i>',
					text_type: 'note',
					conditions: vip,
					visibility: { type: 'users_and_teams', team_ids: [support], user_ids: [nora] },
				}),
		},
		wrong: [
			{ parameters: { macroId: byId(greeting) }, message: 'There is nothing to change' },
			{
				parameters: {
					macroId: byId(greeting),
					updateFields: { visibility: 'org', visibleTeamIds: support },
				},
				message: "'Visible For Team Names or IDs' does not match 'Visible For'",
			},
		],
	},
});

describeOperations(macroGroup, {
	getAll: {
		least: {
			then: ({ json }) =>
				expect(json.map(({ title }) => title).sort()).toEqual(['Billing', 'General']),
		},
		all: [
			{ parameters: { limit: 1 }, then: ({ json }) => expect(json).toHaveLength(1) },
			{ parameters: { returnAll: true }, then: ({ json }) => expect(json).toHaveLength(2) },
		],
		wrong: { parameters: { limit: 0 }, message: "'Limit' has to be a whole number" },
	},
});
