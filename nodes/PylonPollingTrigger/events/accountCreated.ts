import { newest } from '../newest';
import type { PollEvent } from '../source';

export const accountCreated: PollEvent = {
	value: 'account_created',
	name: 'Account Created',
	description: 'A new account',
	filterable: 'accounts',
	...newest({ template: '/accounts/search', name: 'account' }),
};
