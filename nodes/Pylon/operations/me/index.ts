import type { Resource } from '../operation';
import { get } from './get';

export const me: Resource = {
	name: 'Current User',
	value: 'me',
	operations: [get],
	default: 'get',
};
