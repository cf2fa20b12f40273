import type { Resource } from '../operation';
import { remove } from './delete';
import { get } from './get';
import { search } from './search';
import { update } from './update';

export const callRecording: Resource = {
	name: 'Call Recording',
	value: 'callRecording',
	operations: [update, get, search, remove],
	default: 'search',
};
