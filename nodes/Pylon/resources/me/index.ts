import type { Resource } from '../resource';
import { get } from './get';

export const me: Resource = {
	name: 'Me',
	value: 'me',
	operations: [get],
	default: 'get',
};
