import type { INodeProperties } from 'n8n-workflow';
import { picker } from '../../fields/picker';
import { idInBody, textInBody } from '../../steps/body';
import { textOrEmptyInBody } from '../../steps/clearable';
import { momentInBody } from '../../steps/moments';

export const projectId = picker('Project', 'projectId', 'The project to work with');

/** Required to create a project, optional to change one. */
export const name: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. Onboarding Globex',
	routing: { send: { type: 'body', property: 'name', preSend: [textInBody('name', 'Name')] } },
};

/** What a new project and a changed one may both have, by the name of the parameter. */
export const optional = {
	customerPortalVisible: {
		displayName: 'Customer Portal Visible',
		name: 'customerPortalVisible',
		type: 'boolean',
		default: true,
		description: 'Whether customers can see the project in the customer portal',
		routing: { send: { type: 'body', property: 'customer_portal_visible' } },
	},
	descriptionHtml: {
		displayName: 'Description (HTML)',
		name: 'descriptionHtml',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		placeholder: 'e.g. <p>Move all teams to the new portal.</p>',
		routing: {
			send: {
				type: 'body',
				property: 'description_html',
				preSend: [textOrEmptyInBody('description_html', 'Description (HTML)')],
			},
		},
	},
	endDate: {
		displayName: 'End Date',
		name: 'endDate',
		type: 'dateTime',
		default: '',
		description: "When the project ends. Without an offset, in the workflow's time zone.",
		routing: { send: { type: 'body', property: 'end_date', preSend: [momentInBody('end_date', 'End Date')] } },
	},
	ownerId: {
		...picker('Owner', 'ownerId', 'The user who is responsible for the project'),
		required: false,
		routing: { send: { type: 'body', property: 'owner_id', preSend: [idInBody('owner_id', 'Owner')] } },
	},
	startDate: {
		displayName: 'Start Date',
		name: 'startDate',
		type: 'dateTime',
		default: '',
		description: "When the project begins. Without an offset, in the workflow's time zone.",
		routing: { send: { type: 'body', property: 'start_date', preSend: [momentInBody('start_date', 'Start Date')] } },
	},
} satisfies Record<string, INodeProperties>;
