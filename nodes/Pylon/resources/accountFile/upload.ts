import { fileSource } from '../../fields/fileSource';
import { accountId } from '../../fields/records';
import type { Operation } from '../resource';

export const upload: Operation = {
	name: 'Upload',
	value: 'upload',
	action: 'Upload file to account',
	description: 'Attach a file to an account, where everybody who looks at the account finds it',
	routing: { request: { method: 'POST', url: '/accounts/{accountId}/files' } },
	fields: [
		accountId,
		...fileSource,
	],
};
