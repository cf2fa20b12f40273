import type { Resource } from '../operation';
import { create } from './create';

export const routeRedirect: Resource = {
	name: 'Knowledge Base Redirect',
	value: 'routeRedirect',
	operations: [create],
	default: 'create',
};
