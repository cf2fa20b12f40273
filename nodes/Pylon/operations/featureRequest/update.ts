import { openOptionsField } from '../../parameters/choices/choiceFields';
import { collections } from '../../parameters/collections';
import { customFieldEntries } from '../../parameters/customFields/customFieldEntries';
import { somethingToChange } from '../../parameters/texts/body';
import type { Operation } from '../operation';
import { featureRequestId, STATUSES } from './fields';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update feature request',
	description:
		'Change status or custom fields of a feature request. Only the fields that you add are changed.',
	effect: 'writesInternally',
	request: { method: 'PATCH', url: '/feature-requests/{featureRequestId}' },
	validate: [somethingToChange('Update Fields')],
	fields: [
		featureRequestId,
		{
			...collections.updateFields,
			options: [
				customFieldEntries,
				openOptionsField({
					displayName: 'Status',
					name: 'requestStatus',
					property: 'request_status',
					default: 'in_progress',
					description:
						'Where the request stands. The slug of a status of your own can be given with an expression.',
					options: STATUSES,
				}),
			],
		},
	],
};
