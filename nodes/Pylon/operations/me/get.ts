import type { Operation } from '../operation';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get current user and organization',
	description:
		'Get the user and the organization of the API token, for example to check that the credential works',
	effect: 'reads',
	request: { method: 'GET', url: '/me' },
	fields: [],
};
