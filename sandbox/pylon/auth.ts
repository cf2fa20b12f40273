import { ApiError } from './errors';

/** Pylon's two hosts. A token works on one of them only (openapi.yaml, `servers`). */
export type Region = 'us' | 'eu';

/** Tokens that the simulated Pylon knows. `readOnly` is one of the US region. */
export interface Tokens {
	us: string;
	eu: string;
	readOnly: string;
}

/**
 * The same at every start, so that workflows and documentation can name them. Only the simulated Pylon accepts them.
 */
export const TOKENS: Tokens = {
	us: 'simulated-us-token',
	eu: 'simulated-eu-token',
	readOnly: 'simulated-read-only-token',
};

const HOSTS = { us: 'api.usepylon.com', eu: 'api.eu.usepylon.com' };

function isRead(method: string, path: string): boolean {
	return method === 'GET' || (method === 'POST' && path.endsWith('/search'));
}

/**
 * Checks the token of a request. Codes and, where they were observed, texts are Pylon's (openapi.yaml, `responses`;
 * docs/pylon-api-notes.md#errors).
 *
 * @param header the `Authorization` header; undefined when the request has none
 * @param request `path` is without the query; only a GET and a POST to a path that ends in `/search` count as reading
 * @param urls base URLs of the two simulated hosts, named when the token belongs to the other region
 * @throws ApiError 401 for a missing or unknown token and for one of the other region; 403 when the read-only token is
 * used to write
 */
export function authenticate(
	header: string | undefined,
	request: { region: Region; method: string; path: string },
	urls: Record<Region, string>,
): void {
	const token = /^Bearer (\S+)$/i.exec(header ?? '')?.[1];
	if (!token) {
		throw new ApiError(
			401,
			'Token must follow Bearer authorization scheme: https://www.rfc-editor.org/rfc/rfc6750#section-2.1.',
			{ code: 'invalid_authorization_header' },
		);
	}
	if (!Object.values(TOKENS).includes(token))
		throw new ApiError(401, 'Invalid API token!', { code: 'invalid_api_token' });
	const region: Region = token === TOKENS.eu ? 'eu' : 'us';
	if (region !== request.region) {
		throw new ApiError(
			401,
			`This API token belongs to another region. Use ${HOSTS[region]} (simulated here: ${urls[region]}).`,
			{ code: 'wrong_region_token' },
		);
	}
	if (token === TOKENS.readOnly && !isRead(request.method, request.path)) {
		throw new ApiError(403, 'Permission denied', { code: 'permission_denied' });
	}
}
