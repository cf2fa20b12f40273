/** The regions of the credential. */
export type Region = 'us' | 'eu' | 'custom';

/** Hosts: notes on the API, section h. A token works only on the host of its region. */
export const HOSTS: Record<Exclude<Region, 'custom'>, string> = {
	us: 'https://api.usepylon.com',
	eu: 'https://api.eu.usepylon.com',
};

/** What to do when `toBaseUrl` has found none. */
export const BASE_URL_ADVICE =
	"Open the credential: 'Base URL' has to begin with http:// or https://, and has neither a user and password nor a query (?) or fragment (#).";

/**
 * @param region of the credential
 * @param custom its base URL, used when the region is `custom`
 * @returns the base URL without a slash at its end; undefined when it is none
 */
export function toBaseUrl(region: Region, custom: unknown): string | undefined {
	if (region !== 'custom') return HOSTS[region];
	const text = typeof custom === 'string' ? custom.trim().replace(/\/+$/, '') : '';
	if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
	const { username, password, search, hash } = new URL(text);
	// A user would take the place of the API token, and stand in messages; behind a query no path can be put.
	return username + password + search + hash === '' ? text : undefined;
}
