import type { Operation } from '../operation';
import { featureRequestId } from './fields';

export const deleteFeatureRequest: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete feature request',
	description: 'Remove a feature request with its evidence permanently. This cannot be undone.',
	effect: 'cannotBeUndone',
	request: { method: 'DELETE', url: '/feature-requests/{featureRequestId}' },
	fields: [featureRequestId],
};
