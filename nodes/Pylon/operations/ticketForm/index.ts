import type { Resource } from '../operation';
import { get } from './get';
import { getAll } from './getAll';

export const ticketForm: Resource = {
	name: 'Ticket Form',
	value: 'ticketForm',
	operations: [get, getAll],
	default: getAll.value,
};
