import { unseenIdEvent } from '../unseenIdEvent';
import type { PollEvent } from '../pollEvent';

export const contactCreated: PollEvent = {
	value: 'contact_created',
	name: 'Contact Created',
	description: 'A new contact',
	filterable: 'contacts',
	...unseenIdEvent({ template: '/contacts/search', name: 'contact' }),
};
