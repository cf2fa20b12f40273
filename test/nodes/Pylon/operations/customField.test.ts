import { customField } from '../../../../nodes/Pylon/operations/customField';
import type { SimulatedPylon } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';

const named =
	(slug: string) =>
	({ state }: SimulatedPylon) =>
		state.customFields.find('slug', slug)?.id ?? '';
const rootCause = named('issue:root_cause');
const platforms = named('issue:platforms');

const tiers = {
	option: [
		{ label: 'Gold', slug: 'gold', aiDescription: 'Pays for the phone line' },
		{ label: 'Silver', slug: '', aiDescription: '' },
	],
};

describeOperations(customField, {
	create: {
		least: {
			parameters: { label: 'Severity' },
			then: ({ sim, json: [created], sent }) => {
				expect(sent.body).toEqual({ object_type: 'issue', label: 'Severity', type: 'text' });
				expect(sim.state.customFields.get(created.id as string)).toMatchObject({
					slug: 'severity',
					type: 'text',
					options: null,
				});
			},
		},
		all: [
			{
				parameters: {
					objectType: 'account',
					label: 'Tier',
					fieldType: 'multiselect',
					selectOptions: tiers,
					additionalFields: {
						defaultValues: 'gold, silver',
						description: 'How we serve them',
						slug: 'tier',
					},
				},
				then: ({ json: [created], sent }) => {
					expect(sent.body).toMatchObject({
						select_options: [
							{ label: 'Gold', slug: 'gold', ai_description: 'Pays for the phone line' },
							{ label: 'Silver' },
						],
					});
					expect(created).toMatchObject({
						object_type: 'account',
						slug: 'tier',
						description: 'How we serve them',
						default_values: ['gold', 'silver'],
						select_metadata: { options: [{ slug: 'gold' }, { slug: 'silver' }] },
					});
				},
			},
			{
				parameters: {
					objectType: 'task',
					label: 'Budget',
					fieldType: 'number',
					additionalFields: { defaultValue: 100 },
				},
				then: ({ json: [created] }) =>
					expect(created).toMatchObject({ object_type: 'task', default_value: '100' }),
			},
		],
		wrong: [
			{ parameters: {}, message: "'Label' is empty" },
			{ parameters: { label: 'Tier', fieldType: 'select' }, message: "'Options' is empty" },
			{
				parameters: {
					label: 'Tier',
					fieldType: 'select',
					selectOptions: { option: [{ slug: 'gold' }] },
				},
				message: "An entry of 'Options' has no 'Label'",
			},
		],
	},
	get: {
		least: {
			parameters: (sim) => ({ customFieldId: byId(rootCause(sim)) }),
			then: ({ json: [found] }) =>
				expect(found).toMatchObject({ slug: 'root_cause', type: 'text' }),
		},
		all: {
			parameters: (sim) => ({ customFieldId: byId(platforms(sim)) }),
			then: ({ json: [found] }) => expect(found.slug).toBe('platforms'),
		},
		wrong: { parameters: { customFieldId: byId('') }, message: "'Custom Field' is empty" },
	},
	getAll: {
		least: {
			then: ({ json, sent }) => {
				expect(sent.query).toEqual({ object_type: 'issue' });
				expect(json.length).toBeGreaterThan(5);
				expect(json.every((field) => field.object_type === 'issue')).toBe(true);
			},
		},
		all: [
			{
				parameters: { objectType: 'contact', limit: 2 },
				then: ({ json }) => expect(json).toHaveLength(2),
			},
			{
				parameters: { objectType: 'account', returnAll: true },
				then: ({ json }) => expect(json.map(({ slug }) => slug)).toContain('renewal_date'),
			},
		],
		wrong: {
			parameters: { objectType: 'account', limit: 0 },
			message: "'Limit' has to be a whole number",
		},
	},
	update: {
		least: {
			parameters: (sim) => ({
				customFieldId: byId(rootCause(sim)),
				updateFields: { label: 'Cause' },
			}),
			then: ({ json: [changed], sent }) => {
				expect(sent.body).toEqual({ label: 'Cause' });
				expect(changed).toMatchObject({ label: 'Cause', slug: 'root_cause' });
			},
		},
		all: [
			{
				parameters: (sim) => ({
					customFieldId: byId(platforms(sim)),
					updateFields: {
						defaultValues: ['gold'],
						description: 'What it runs on',
						label: 'Tiers',
						selectOptions: tiers,
						slug: 'tiers',
					},
				}),
				then: ({ sim }) =>
					expect(sim.state.customFields.find('slug', 'issue:tiers')).toMatchObject({
						label: 'Tiers',
						description: 'What it runs on',
						default_values: ['gold'],
						options: [{ slug: 'gold' }, { slug: 'silver' }],
					}),
			},
			{
				parameters: (sim) => ({
					customFieldId: byId(rootCause(sim)),
					updateFields: { defaultValue: 'unknown', description: 'Why' },
				}),
				then: ({ json: [changed] }) =>
					expect(changed).toMatchObject({ default_value: 'unknown', description: 'Why' }),
			},
			{
				parameters: (sim) => ({
					customFieldId: byId(rootCause(sim)),
					updateFields: { ifEmpty: 'clear', defaultValue: '', description: '' },
				}),
				then: ({ json: [changed] }) =>
					expect(changed).toMatchObject({ default_value: null, description: null }),
			},
		],
		wrong: [
			{ parameters: { customFieldId: byId('x') }, message: 'There is nothing to change' },
			{
				parameters: { customFieldId: byId('x'), updateFields: { selectOptions: {} } },
				message: "'Options' is empty",
			},
		],
	},
});
