import { unseenIdEvent } from '../unseenIdEvent';
import type { PollEvent } from '../pollEvent';

export const accountCreated: PollEvent = {
	value: 'account_created',
	name: 'Account Created',
	description: 'A new account',
	filterable: 'accounts',
	...unseenIdEvent({ template: '/accounts/search', name: 'account' }),
};
