import { TOKEN_MENU, TOKEN_PAGE } from './region';

/**
 * Why Pylon refuses a token, by the code of its answer with status 401 or 403, and what to do about it. The credential's own
 * test and the nodes use the same words. Source of the codes: docs/pylon-api-notes.md#errors
 */
export const TOKEN_TEXTS = {
	invalid_authorization_header: {
		message: 'Pylon could not read the API token',
		description:
			"Paste the token again into 'API Token' of the credential: the token alone, without 'Bearer' and without spaces inside.",
	},
	invalid_api_token: {
		message: 'Pylon does not know this API token',
		description: `An admin can create a token in Pylon under ${TOKEN_MENU} (${TOKEN_PAGE}). Enter it in 'API Token' of the credential.`,
	},
	invalid_oauth_token: {
		message: 'Pylon does not know this access token, or it has expired',
		description: `Use an API token instead: an admin can create one in Pylon under ${TOKEN_MENU} (${TOKEN_PAGE}).`,
	},
	wrong_region_token: {
		message: 'This API token belongs to the other Pylon region',
		description:
			"Set 'Region' of the credential to Automatic. If it is Automatic already, the token is an older one that does not name its region: choose European Union.",
	},
	permission_denied: {
		message: 'The API token lacks permission',
		description: `A token has the permissions of its role in Pylon, or of the user that it acts as. An admin can change that in Pylon under ${TOKEN_MENU}, or create another token.`,
	},
} as const satisfies Record<string, { message: string; description: string }>;
