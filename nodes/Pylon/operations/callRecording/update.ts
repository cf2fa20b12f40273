import { collections } from '../../parameters/collections';
import { customFields, customFieldsJson } from '../../parameters/customFields/customFieldsField';
import { ofAccountOrNone } from '../../parameters/record/commonRecordFields';
import { somethingToChange } from '../../parameters/texts/body';
import type { Operation } from '../operation';
import { callRecordingId } from './fields';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update call recording',
	description: 'Change the account or the custom fields of a call recording',
	effect: 'writesInternally',
	request: { method: 'PATCH', url: '/call-recordings/{callRecordingId}' },
	validate: [somethingToChange('Update Fields', 'Custom Fields')],
	fields: [
		callRecordingId,

		{
			...collections.updateFields,
			options: [
				{
					...ofAccountOrNone,
					description:
						"The account on the call. To remove the account, leave it empty and choose 'Clear' under 'If a Value Is Empty'.",
				},
				customFieldsJson,
			],
		},
		customFields,
	],
};
