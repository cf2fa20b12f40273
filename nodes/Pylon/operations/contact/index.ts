import type { Resource } from '../operation';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { search } from './search';
import { setAccount } from './setAccount';
import { update } from './update';
import { upsert } from './upsert';

export const contact: Resource = {
	name: 'Contact',
	value: 'contact',
	operations: [create, upsert, update, setAccount, get, getAll, search, remove],
	default: 'setAccount',
};
