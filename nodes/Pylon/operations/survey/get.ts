import type { Operation } from '../operation';
import { surveyId } from './fields';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get survey',
	description:
		'Read one survey: its name and whether it measures NPS, CSAT or something of your own',
	effect: 'reads',
	request: { method: 'GET', url: '/surveys/{surveyId}' },
	fields: [surveyId],
};
