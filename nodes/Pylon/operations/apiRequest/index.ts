import type { Resource } from '../operation';
import { send } from './send';

export const apiRequest: Resource = {
	name: 'API Request',
	value: 'apiRequest',
	operations: [send],
	default: 'send',
};
