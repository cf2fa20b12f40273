import type { Operation } from '../operation';
import { create } from './create';
import { createOrUpdate } from './upsert.handler';

/** Sends the request that creates, unless the tag is there. */
export const upsert: Operation = {
	name: 'Create or Update',
	value: 'upsert',
	action: 'Create or update tag',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	effect: 'writesInternally',
	request: { method: 'POST', url: '/tags' },
	safeToRepeat: false,
	run: createOrUpdate,
	fields: create.fields,
};
