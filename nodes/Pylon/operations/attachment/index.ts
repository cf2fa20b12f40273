import type { Resource } from '../operation';
import { create } from './create';
import { download } from './download';

export const attachment: Resource = {
	name: 'Attachment',
	value: 'attachment',
	operations: [create, download],
	default: 'create',
};
