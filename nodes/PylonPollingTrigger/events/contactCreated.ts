import { newest } from '../newest';
import type { PollEvent } from '../source';

export const contactCreated: PollEvent = {
	value: 'contact_created',
	name: 'Contact Created',
	description: 'A new contact',
	filterable: 'contacts',
	...newest({ template: '/contacts/search', name: 'contact' }),
};
