import type { Operation } from '../operation';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get organization and user of API token',
	description:
		'Read for whom the API token of the credential acts, for example to check that it works',
	effect: 'reads',
	request: { method: 'GET', url: '/me' },
	fields: [],
};
