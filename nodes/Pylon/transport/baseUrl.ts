/** The regions of the credential. */
export type Region = 'us' | 'eu' | 'custom';

/** Hosts: notes on the API, section h. A token works only on the host of its region. */
export const HOSTS: Record<Exclude<Region, 'custom'>, string> = {
	us: 'https://api.usepylon.com',
	eu: 'https://api.eu.usepylon.com',
};

/**
 * @param region of the credential
 * @param custom its base URL, used when the region is `custom`
 * @returns the base URL without a slash at its end; undefined when it is none
 */
export function toBaseUrl(region: Region, custom: unknown): string | undefined {
	if (region !== 'custom') return HOSTS[region];
	const text = typeof custom === 'string' ? custom.trim().replace(/\/+$/, '') : '';
	if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
	return text;
}
