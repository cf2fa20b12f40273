import { unseenIdEvent } from '../unseenIdEvent';
import type { EventSource } from '../pollEvent';

export const accountCreated: EventSource = unseenIdEvent({
	template: '/accounts/search',
	name: 'account',
});
