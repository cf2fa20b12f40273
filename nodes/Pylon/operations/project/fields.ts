import type { INodeProperties } from 'n8n-workflow';
import { booleanField } from '../../parameters/choices/choiceFields';
import { momentField } from '../../parameters/moments/momentField';
import { optionalRecord, picker } from '../../parameters/record/recordField';
import { texts } from '../../parameters/texts/commonTextFields';
import { project } from '../../records/project';
import { user } from '../../records/user';
import { optionalMessageFields } from '../../parameters/message/messageFields';

export const projectId = picker('Project', 'projectId', 'The project to work with', project);

/** Required to create a project, optional to change one. */
export const name: INodeProperties = { ...texts.name, placeholder: 'e.g. Onboarding Globex' };

/** May be empty. */
export const description = optionalMessageFields({
	displayName: 'Description',
	name: 'description',
	property: 'description_html',
	placeholder: 'e.g. Move all teams to the new portal.',
	description: 'What the project is about',
	cleared: '',
});

/** What a new project and a changed one may both have, by the name of the parameter. */
export const optional = {
	customerPortalVisible: booleanField({
		displayName: 'Customer Portal Visible',
		name: 'customerPortalVisible',
		property: 'customer_portal_visible',
		default: true,
		description: 'Whether customers can see the project in the customer portal',
	}),
	endDate: momentField({
		displayName: 'End Date',
		name: 'endDate',
		property: 'end_date',
		description: 'When the project ends',
	}),
	ownerId: optionalRecord(user, {
		displayName: 'Owner',
		name: 'ownerId',
		property: 'owner_id',
		description: 'The user who is responsible for the project',
	}),
	startDate: momentField({
		displayName: 'Start Date',
		name: 'startDate',
		property: 'start_date',
		description: 'When the project starts',
	}),
} satisfies Record<string, INodeProperties>;
