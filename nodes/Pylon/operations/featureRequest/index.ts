import type { Resource } from '../operation';
import { create } from './create';
import { deleteFeatureRequest } from './delete';
import { get } from './get';
import { merge } from './merge';
import { search } from './search';
import { setPortalVisibility } from './setPortalVisibility';
import { update } from './update';

export const featureRequest: Resource = {
	name: 'Feature Request',
	value: 'featureRequest',
	operations: [create, update, get, search, merge, setPortalVisibility, deleteFeatureRequest],
	default: 'create',
};
