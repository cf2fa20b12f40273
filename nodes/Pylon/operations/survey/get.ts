import type { Operation } from '../operation';
import { surveyId } from './fields';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get survey',
	description: 'Get one survey: its name and whether it measures NPS, CSAT or something custom',
	effect: 'reads',
	request: { method: 'GET', url: '/surveys/{surveyId}' },
	fields: [surveyId],
};
