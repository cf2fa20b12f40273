import { newest } from '../unseenIdEvent';
import type { PollEvent } from '../pollEvent';

export const contactCreated: PollEvent = {
	value: 'contact_created',
	name: 'Contact Created',
	description: 'A new contact',
	filterable: 'contacts',
	...newest({ template: '/contacts/search', name: 'contact' }),
};
