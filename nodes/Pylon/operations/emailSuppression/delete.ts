import { picker } from '../../parameters/record/recordField';
import { emailSuppression } from '../../records/emailSuppression';
import type { Operation } from '../operation';

export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete email suppression',
	description: 'Let Pylon send to an email address again',
	effect: 'reachesCustomers',
	request: { method: 'DELETE', url: '/email-suppressions/{emailSuppressionId}' },
	fields: [
		picker(
			'Email Suppression',
			'emailSuppressionId',
			'The suppressed address that Pylon may send to again',
			emailSuppression,
		),
	],
};
