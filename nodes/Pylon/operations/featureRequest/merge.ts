import { recordList } from '../../parameters/record/recordListField';
import { featureRequest } from '../../records/featureRequest';
import type { Merging } from '../merging';
import type { Operation } from '../operation';
import { featureRequestId } from './fields';

const survivor = {
	...featureRequestId,
	displayName: 'Merge Into',
	description: 'The feature request to keep',
};

const merged = recordList({
	noun: 'Feature Requests to Merge',
	name: 'mergeFeatureRequestIds',
	loadOptionsMethod: 'getFeatureRequests',
	description:
		'The feature requests to merge and archive. More than 100 are sent in several requests, one after another',
	required: true,
});

const merging: Merging = {
	kind: featureRequest,
	into: { field: survivor, property: 'merge_into_feature_request_id' },
	others: { field: merged, property: 'merge_feature_request_ids' },
	unclear: 'Check in Pylon which of these are archived',
	lists: {
		merged: 'mergedFeatureRequestIds',
		unclear: 'unclearFeatureRequestIds',
		notMerged: 'notMergedFeatureRequestIds',
	},
};

export const merge: Operation = {
	name: 'Merge',
	value: 'merge',
	action: 'Merge feature requests',
	description:
		'Move the evidence and linked external issues of one or more feature requests into another, and archive them. This cannot be undone.',
	effect: 'cannotBeUndone',
	request: { method: 'POST', url: '/feature-requests/merge' },
	safeToRepeat: false,
	load: async () => {
		const { mergeInBody, mergeInChunks, oneAfterTheOther } = await import('../merging');
		return {
			...mergeInBody(merging),
			run: oneAfterTheOther(merging, mergeInChunks(merging)),
		};
	},
	fields: [survivor, merged],
};
