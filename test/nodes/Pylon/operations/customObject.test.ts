import { customObject } from '../../../../nodes/Pylon/operations/customObject';
import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';

const { globex, initech } = seedIds.customObjects;

const { accounts } = seedIds;

const customObjectType = 'subscription';

const path = { customObjectType, customObjectId: byId(globex) };

const fields = {
	field: [
		{ slug: 'plan', kind: 'single', value: 'monthly' },
		{ slug: 'modules', kind: 'multiple', values: 'desk, portal' },
	],
};

const written = {
	plan: { slug: 'plan', value: 'monthly' },
	modules: { slug: 'modules', values: ['desk', 'portal'] },
};

const stored = { plan: { value: 'monthly' }, modules: { value: '', values: ['desk', 'portal'] } };

const yearly = JSON.stringify({ field: 'plan', operator: 'equals', value: 'yearly' });

describeOperations(customObject, {
	create: {
		least: {
			parameters: { customObjectType, objectName: 'Dune, monthly' },
			then: ({ sim, json: [created], sent }) => {
				expect(sent.path).toBe('/custom-objects/subscription');
				expect(sent.body).toEqual({ name: 'Dune, monthly' });
				expect(sim.state.customObjects.get(created.id as string)).toMatchObject({
					type: 'subscription',
					name: 'Dune, monthly',
				});
			},
		},
		all: {
			parameters: {
				customObjectType,
				objectName: 'Dune, monthly',
				additionalFields: {
					customFields: {
						field: [...fields.field, { slug: 'account', kind: 'single', value: accounts.dune }],
					},
				},
			},
			then: ({ json: [created], sent }) => {
				expect(sent.body).toMatchObject({ custom_fields: written });
				expect(created).toMatchObject({
					custom_fields: stored,
					relations: [{ object_id: accounts.dune, object_type: 'account' }],
				});
			},
		},
		wrong: [
			{ parameters: { customObjectType }, message: "'Object Name' is empty" },
			{
				parameters: { customObjectType: '', objectName: 'Dune' },
				message: "'Custom Object Type' is empty",
			},
			{
				parameters: {
					customObjectType,
					objectName: 'Dune',
					additionalFields: { customFields: { field: [{ value: 'monthly' }] } },
				},
				message: "A custom field has no 'Slug'",
			},
		],
	},
	delete: {
		least: {
			parameters: path,
			then: ({ sim, json }) => {
				expect(json).toEqual([{ deleted: true }]);
				expect([...sim.state.customObjects.keys()]).toEqual([initech]);
			},
		},
		all: {
			parameters: { customObjectType, customObjectId: byId(initech) },
			then: ({ sim }) => expect([...sim.state.customObjects.keys()]).toEqual([globex]),
		},
		wrong: { parameters: { customObjectType }, message: "'Custom Object' is empty" },
	},
	get: {
		least: {
			parameters: path,
			then: ({ json: [found] }) =>
				expect(found).toMatchObject({
					id: globex,
					name: 'Globex, yearly',
					custom_fields: { plan: { value: 'yearly' } },
				}),
		},
		all: {
			parameters: { customObjectType, customObjectId: byId(initech) },
			then: ({ json: [found] }) => expect(found.name).toBe('Initech, monthly'),
		},
		wrong: {
			parameters: { customObjectId: byId(globex) },
			message: "'Custom Object Type' is empty",
		},
	},
	getAll: {
		least: {
			parameters: { customObjectType },
			then: ({ json }) => expect(json.map(({ id }) => id).sort()).toEqual([globex, initech]),
		},
		all: [
			{
				before: ({ state }) => {
					const [one] = state.customObjects.values();
					for (let count = 0; count < 130; count++) {
						const id = state.newId('customObject');
						state.customObjects.set(id, { ...one, id });
					}
				},
				parameters: { customObjectType, returnAll: true },
				then: ({ json, requests }) => {
					expect(requests.map(({ query }) => query.limit)).toEqual(['100', '100']);
					expect(json).toHaveLength(132);
				},
			},
			{
				parameters: { customObjectType, limit: 1 },
				then: ({ json }) => expect(json).toHaveLength(1),
			},
		],
		wrong: { parameters: {}, message: "'Custom Object Type' is empty" },
	},
	search: {
		least: { parameters: { customObjectType }, then: ({ json }) => expect(json).toHaveLength(2) },
		all: [
			{
				parameters: { customObjectType, filterMode: 'json', filterJson: yearly, limit: 10 },
				then: ({ json }) => expect(json.map(({ id }) => id)).toEqual([globex]),
			},
			{
				parameters: {
					customObjectType,
					returnAll: true,
					filterMode: 'json',
					filterJson: { field: 'name', operator: 'string_contains', value: 'Initech' },
				},
				then: ({ json }) => expect(json.map(({ id }) => id)).toEqual([initech]),
			},
		],
		wrong: {
			parameters: {
				customObjectType,
				filterMode: 'json',
				filterJson: '{"field":"name","operator":"contains","value":"Initech"}',
			},
			message: 'cannot use the operator "contains"',
		},
	},
	update: {
		least: {
			parameters: { ...path, updateFields: { objectName: 'Globex' } },
			then: ({ sim, sent }) => {
				expect(sent.body).toEqual({ name: 'Globex' });
				expect(sim.state.customObjects.get(globex)).toMatchObject({
					name: 'Globex',
					custom_fields: { plan: { value: 'yearly' } },
				});
			},
		},
		all: [
			{
				parameters: { ...path, updateFields: { objectName: 'Globex', customFields: fields } },
				then: ({ json: [changed] }) =>
					expect(changed).toMatchObject({ name: 'Globex', custom_fields: stored }),
			},
			{
				parameters: {
					...path,
					updateFields: { customFields: { field: [{ slug: 'account', kind: 'clear' }] } },
				},
				then: ({ json: [changed], sent }) => {
					expect(sent.body).toEqual({ custom_fields: { account: { slug: 'account' } } });
					expect(changed).toMatchObject({
						relations: [],
						custom_fields: { plan: { value: 'yearly' } },
					});
				},
			},
		],
		wrong: { parameters: path, message: 'There is nothing to change' },
	},
	updateMany: {
		least: {
			parameters: {
				customObjectType,
				customObjectIds: globex,
				updateFields: { customFields: fields },
			},
			then: ({ sim, json, sent }) => {
				expect(sent.body).toEqual({ ids: [globex], custom_fields: written });
				expect(json).toEqual([{ success: true, updated_ids: [globex] }]);
				expect(sim.state.customObjects.get(globex)?.custom_fields).toMatchObject(stored);
			},
		},
		all: {
			before: ({ state }) => {
				const [one] = state.customObjects.values();
				for (let count = 0; count < 130; count++) {
					const id = state.newId('customObject');
					state.customObjects.set(id, { ...one, id });
				}
			},
			parameters: ({ state }) => ({
				customObjectType,
				customObjectIds: [...state.customObjects.keys()],
				updateFields: { customFields: fields },
			}),
			then: ({ sim, json: [answer], requests }) => {
				expect(requests.map(({ body }) => (body as { ids: string[] }).ids.length)).toEqual([
					100, 32,
				]);
				expect(answer.updated_ids).toHaveLength(132);
				expect(
					[...sim.state.customObjects.values()].every(
						({ custom_fields: { plan } }) => 'value' in plan && plan.value === 'monthly',
					),
				).toBe(true);
			},
		},
		wrong: [
			{
				parameters: { customObjectType, updateFields: { customFields: fields } },
				message: "'Custom Object Names or IDs' is empty",
			},
			{
				parameters: { customObjectType, customObjectIds: globex },
				message: "'Custom Fields' is empty",
			},
		],
	},
});
