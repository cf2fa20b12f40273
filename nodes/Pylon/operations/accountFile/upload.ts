import { fileSource } from '../../parameters/files/fileSourceFields';
import { accountId } from '../../parameters/record/commonRecordFields';
import type { Operation } from '../operation';

export const upload: Operation = {
	name: 'Upload',
	value: 'upload',
	action: 'Upload file to account',
	description: 'Attach a file to an account',
	effect: 'writesInternally',
	request: { method: 'POST', url: '/accounts/{accountId}/files' },
	safeToRepeat: false,
	fields: [accountId, ...fileSource],
};
