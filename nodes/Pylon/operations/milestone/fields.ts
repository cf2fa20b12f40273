import type { INodeProperties } from 'n8n-workflow';
import { momentField } from '../../parameters/moments/momentField';
import { picker } from '../../parameters/record/recordField';
import { texts } from '../../parameters/texts/commonTextFields';
import { milestone } from '../../records/milestone';

export const milestoneId = picker(
	'Milestone',
	'milestoneId',
	'The milestone to work with',
	milestone,
);

/** Required to create a milestone, optional to change one. */
export const name: INodeProperties = { ...texts.name, placeholder: 'e.g. Go-live' };

export const dueDate = momentField({
	displayName: 'Due Date',
	name: 'dueDate',
	property: 'due_date',
	description: 'When the milestone is due',
});
