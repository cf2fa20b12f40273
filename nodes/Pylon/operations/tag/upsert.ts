import type { Operation } from '../operation';
import { create } from './create';

/** Sends the request that creates, unless the tag is there. */
export const upsert: Operation = {
	name: 'Create or Update',
	value: 'upsert',
	action: 'Create or update tag',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	effect: 'writesInternally',
	request: { method: 'POST', url: '/tags' },
	safeToRepeat: false,
	load: async () => ({ run: (await import('./upsert.handler')).createOrUpdate }),
	fields: create.fields,
};
