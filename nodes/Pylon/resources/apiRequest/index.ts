import type { Resource } from '../resource';
import { send } from './send';

export const apiRequest: Resource = {
	name: 'API Request',
	value: 'apiRequest',
	operations: [send],
	default: 'send',
};
