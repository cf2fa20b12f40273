import type { Resource } from '../operation';
import { get } from './get';
import { getAll } from './getAll';
import { getResponses } from './getResponses';
import { search } from './search';

export const survey: Resource = {
	name: 'Survey',
	value: 'survey',
	operations: [get, getAll, search, getResponses],
	default: getAll.value,
};
