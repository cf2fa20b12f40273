import type { Resource } from '../resource';
import { get } from './get';
import { getAll } from './getAll';
import { setAccount } from './setAccount';
import { update } from './update';

export const contact: Resource = {
	name: 'Contact',
	value: 'contact',
	operations: [get, getAll, setAccount, update],
	default: 'setAccount',
};
