import { customFields } from '../../parameters/customFields/customFieldsField';
import { issueId } from '../../parameters/record/commonRecordFields';
import { output } from '../../parameters/output/outputFields';
import { somethingToChange } from '../../parameters/texts/body';
import type { Operation } from '../operation';
import { issueIdOfNumber } from './issueNumber.steps';
import { updateFields } from './update.fields';
import { requesterWhenNoAccount } from './update.steps';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update issue',
	description:
		'Assign, close, reopen or tag an issue, or change other fields of it. Only the fields that you add are changed.',
	effect: 'writesInternally',
	builderHint:
		"Assigns, closes and reopens: 'updateFields' with 'assigneeId', 'teamId' or 'state' ('closed').",
	request: { method: 'PATCH', url: '/issues/{issueId}' },
	validate: [somethingToChange('Update Fields', 'Custom Fields'), requesterWhenNoAccount],
	lookUp: [issueIdOfNumber],
	fields: [issueId, updateFields, customFields, ...output.issue],
};
