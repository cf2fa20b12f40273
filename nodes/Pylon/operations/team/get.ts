import type { Operation } from '../operation';
import { teamId } from './fields';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get team',
	description: 'Get one team with its members',
	effect: 'reads',
	request: { method: 'GET', url: '/teams/{teamId}' },
	fields: [teamId],
};
