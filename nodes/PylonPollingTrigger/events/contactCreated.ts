import { unseenIdEvent } from '../unseenIdEvent';
import type { EventSource } from '../pollEvent';

export const contactCreated: EventSource = unseenIdEvent({
	template: '/contacts/search',
	name: 'contact',
});
