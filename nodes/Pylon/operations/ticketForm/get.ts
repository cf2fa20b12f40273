import { picker } from '../../parameters/record/recordField';
import { ticketForm } from '../../records/ticketForm';
import type { Operation } from '../operation';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get ticket form',
	description: 'Get one ticket form with its fields and URL',
	effect: 'reads',
	request: { method: 'GET', url: '/ticket-forms/{ticketFormId}' },
	fields: [picker('Ticket Form', 'ticketFormId', 'The ticket form to get', ticketForm)],
};
