import { picker } from '../../parameters/record/recordField';
import { featureRequest } from '../../records/featureRequest';

export const featureRequestId = picker(
	'Feature Request',
	'featureRequestId',
	'The feature request to work with',
	featureRequest,
);

/** Statuses of feature requests that every workspace has. */
export const STATUSES = [
	{ name: 'Archived', value: 'archived' },
	{ name: 'Closed', value: 'closed' },
	{ name: 'In Progress', value: 'in_progress' },
	{ name: 'New', value: 'new' },
];
