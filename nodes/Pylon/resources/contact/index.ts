import type { Resource } from '../resource';
import { get } from './get';
import { setAccount } from './setAccount';
import { update } from './update';

export const contact: Resource = {
	name: 'Contact',
	value: 'contact',
	operations: [get, setAccount, update],
	default: 'setAccount',
};
