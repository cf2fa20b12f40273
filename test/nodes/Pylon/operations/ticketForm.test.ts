import { ticketForm } from '../../../../nodes/Pylon/operations/ticketForm';
import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';

const { support, outage } = seedIds.ticketForms;

describeOperations(ticketForm, {
	get: {
		least: {
			parameters: { ticketFormId: byId(support) },
			then: ({ json }) =>
				expect(json).toEqual([
					{
						id: support,
						name: 'Contact support',
						slug: 'contact-support',
						description_html: '<p>Tell us what happened.</p>',
						is_public: true,
						url: 'https://forms.northwind.example/contact-support',
						fields: [
							{ slug: 'title', name: 'Title', type: 'text', description_html: null },
							{
								slug: 'product_area',
								name: 'Product area',
								type: 'select',
								description_html: null,
							},
						],
					},
				]),
		},
		all: {
			parameters: { ticketFormId: '={{ $json.form.id }}' },
			item: { json: { form: { id: ` ${outage} ` } } },
			then: ({ json: [found] }) => expect(found).toMatchObject({ id: outage, is_public: false }),
		},
		wrong: [
			{ parameters: { ticketFormId: byId('') }, message: "'Ticket Form' is empty" },
			{ parameters: { ticketFormId: '={{ $json.none }}' }, message: "'Ticket Form' is empty" },
		],
	},
	getAll: {
		least: {
			then: ({ json, sent }) => {
				expect(json.map(({ id }) => id).sort()).toEqual([support, outage].sort());
				expect(sent.query).toEqual({});
			},
		},
		all: [
			{ parameters: { limit: 1 }, then: ({ json }) => expect(json).toHaveLength(1) },
			{ parameters: { returnAll: true }, then: ({ json }) => expect(json).toHaveLength(2) },
		],
		wrong: { parameters: { limit: 1.5 }, message: "'Limit' has to be a whole number" },
	},
});
