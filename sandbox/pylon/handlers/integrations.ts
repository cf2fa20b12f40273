import type { Handlers } from '../context';
import { ApiError } from '../errors';

export const integrations = {
	/** Only for OAuth tokens of the Devin app (openapi.yaml), and the simulated Pylon gives out API tokens only. */
	disconnectDevin: () => {
		throw new ApiError(403, 'Only an OAuth token of the Devin app may do this', {
			code: 'permission_denied',
		});
	},
} satisfies Handlers;
