import { picker } from '../../parameters/record/recordField';
import { emailSuppression } from '../../records/emailSuppression';
import type { Operation } from '../operation';

export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete email suppression',
	description: 'Allow Pylon to send to an email address again',
	effect: 'reachesCustomers',
	request: { method: 'DELETE', url: '/email-suppressions/{emailSuppressionId}' },
	fields: [
		picker(
			'Email Suppression',
			'emailSuppressionId',
			'The suppressed email address to allow again',
			emailSuppression,
		),
	],
};
