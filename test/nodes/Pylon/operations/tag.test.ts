import { tag } from '../../../../nodes/Pylon/operations/tag';
import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';

const { vip, billing } = seedIds.tags;

describeOperations(tag, {
	create: {
		least: {
			parameters: { tagName: 'outage' },
			then: ({ sim, json: [created], sent }) => {
				expect(sent.body).toEqual({ object_type: 'issue', value: 'outage' });
				expect(sim.state.tags.get(created.id as string)).toMatchObject({
					object_type: 'issue',
					value: 'outage',
					hex_color: null,
				});
			},
		},
		all: {
			parameters: {
				objectType: 'article',
				tagName: 'reference',
				additionalFields: { hexColor: '#0369a1' },
			},
			then: ({ sim, json: [created] }) => {
				expect(created).toMatchObject({
					object_type: 'article',
					value: 'reference',
					hex_color: '#0369a1',
				});
				expect(sim.state.tags.get(created.id as string)?.hex_color).toBe('#0369a1');
			},
		},
		wrong: { parameters: { tagName: ' ' }, message: "'Tag Name' is empty" },
	},
	delete: {
		least: {
			parameters: { tagId: byId(billing) },
			then: ({ sim, json }) => {
				expect(json).toEqual([{ deleted: true }]);
				expect(sim.state.tags.has(billing)).toBe(false);
				expect([...sim.state.issues.values()].some(({ tags }) => tags.includes('billing'))).toBe(
					false,
				);
			},
		},
		all: {
			parameters: { tagId: byId(vip) },
			then: ({ sim }) => expect(sim.state.tags.has(vip)).toBe(false),
		},
		wrong: { parameters: { tagId: byId('') }, message: "'Tag' is empty" },
	},
	get: {
		least: {
			parameters: { tagId: byId(vip) },
			then: ({ json }) =>
				expect(json).toEqual([
					{ id: vip, object_type: 'account', value: 'vip', hex_color: '#b45309' },
				]),
		},
		all: {
			parameters: { tagId: byId(billing) },
			then: ({ json: [found] }) => expect(found.value).toBe('billing'),
		},
		wrong: { parameters: { tagId: byId('..') }, message: "'Tag' cannot be '..'" },
	},
	getAll: {
		least: { then: ({ sim, json }) => expect(json).toHaveLength(sim.state.tags.size) },
		all: [
			{ parameters: { limit: 2 }, then: ({ json }) => expect(json).toHaveLength(2) },
			{
				parameters: { returnAll: true },
				then: ({ sim, json }) => expect(json).toHaveLength(sim.state.tags.size),
			},
		],
		wrong: { parameters: { limit: 0 }, message: "'Limit' has to be a whole number" },
	},
	upsert: {
		least: {
			parameters: { tagName: 'outage' },
			then: ({ sim, json: [created], requests }) => {
				expect(requests.map(({ operationId }) => operationId)).toEqual(['getTags', 'createTag']);
				expect(created).toMatchObject({ object_type: 'issue', value: 'outage', created: true });
				expect(sim.state.tags.has(created.id as string)).toBe(true);
			},
		},
		all: [
			{
				parameters: {
					objectType: 'article',
					tagName: 'reference',
					additionalFields: { hexColor: '#0369a1' },
				},
				then: ({ json }) =>
					expect(json).toMatchObject([
						{ object_type: 'article', value: 'reference', hex_color: '#0369a1', created: true },
					]),
			},
			{
				parameters: {
					objectType: 'account',
					tagName: 'vip',
					additionalFields: { hexColor: '#000000' },
				},
				then: ({ sim, json, requests }) => {
					expect(requests.map(({ operationId, body }) => [operationId, body])).toEqual([
						['getTags', undefined],
						['updateTag', { hex_color: '#000000' }],
					]);
					expect(json).toEqual([
						{ id: vip, object_type: 'account', value: 'vip', hex_color: '#000000', created: false },
					]);
					expect(sim.state.tags.get(vip)?.hex_color).toBe('#000000');
				},
			},
		],
		wrong: { parameters: { tagName: ' ' }, message: "'Tag Name' is empty" },
	},
	update: {
		least: {
			parameters: { tagId: byId(billing), updateFields: { hexColor: '#000000' } },
			then: ({ sim, sent }) => {
				expect(sent.body).toEqual({ hex_color: '#000000' });
				expect(sim.state.tags.get(billing)).toMatchObject({
					value: 'billing',
					hex_color: '#000000',
				});
			},
		},
		all: {
			parameters: {
				tagId: byId(billing),
				updateFields: { hexColor: '#111111', tagName: 'invoices' },
			},
			then: ({ sim, json: [changed] }) => {
				expect(changed).toMatchObject({ value: 'invoices', hex_color: '#111111' });
				expect([...sim.state.issues.values()].some(({ tags }) => tags.includes('invoices'))).toBe(
					true,
				);
			},
		},
		wrong: [
			{
				parameters: { tagId: byId(billing), updateFields: {} },
				message: "'Update Fields' is empty",
			},
			{
				parameters: { tagId: byId(billing), updateFields: { tagName: '' } },
				message: "'Tag Name' is empty",
			},
			{
				parameters: { tagId: byId(billing), updateFields: { hexColor: '' } },
				message: "'Color' is empty",
			},
		],
	},
});
