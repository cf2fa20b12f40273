/** The values of *Region* in the credential; `auto` tells the region from the token. */
export type RegionChoice = 'auto' | 'us' | 'eu' | 'custom';

/** Where requests go. */
export type Region = Exclude<RegionChoice, 'auto'>;

/**
 * The API's hosts, whose paths are the same. A token works on the host of its region only.
 * Source: docs/pylon-api-notes.md#hosts
 */
export const HOSTS: Record<Exclude<Region, 'custom'>, string> = {
	us: 'https://api.usepylon.com',
	eu: 'https://api.eu.usepylon.com',
};

/** Pylon's app, where people work. Source: docs/pylon-api-notes.md#hosts */
export const APPS: Record<Exclude<Region, 'custom'>, string> = {
	us: 'https://app.usepylon.com',
	eu: 'https://app.eu.usepylon.com',
};

export const REGION_NAMES: Record<Exclude<Region, 'custom'>, string> = {
	us: 'United States',
	eu: 'European Union',
};

/**
 * Regular expressions for the beginnings of tokens that name their region; older tokens have neither. Source:
 * docs/pylon-api-notes.md#tokens
 */
export const TOKEN_PREFIXES = { us: '^\\s*pylon_api_(?!eu_)', eu: '^\\s*pylon_api_eu_' } as const;

/** The menu in Pylon where admins find the API tokens. Source: docs/pylon-api-notes.md#menus */
export const TOKEN_MENU = 'Settings > Integrations & dev > API tokens';

/** The page behind `TOKEN_MENU`. */
export const TOKEN_PAGE = 'https://app.usepylon.com/settings/api-tokens';

/**
 * Base URLs that the token may be sent to, as the source of a regular expression for this module, the credential's own test
 * and its form: https, or http to this machine. A user name in the URL would replace the token, and no path can be put
 * behind a query.
 */
export const BASE_URL_PATTERN =
	'\\s*(?:[Hh]ttps:\\/\\/[^\\s@?#\\\\\\/][^\\s@?#\\\\]*|[Hh]ttp:\\/\\/(?:localhost|127(?:\\.\\d{1,3}){3}|\\[::1\\])(?::\\d+)?(?:\\/[^\\s@?#\\\\]*)?)\\s*$';

// Made once: each item reads the credential.
const EU_TOKEN = new RegExp(TOKEN_PREFIXES.eu);
const US_TOKEN = new RegExp(TOKEN_PREFIXES.us);
const USABLE_BASE_URL = new RegExp(`^${BASE_URL_PATTERN}`);

/** What to do when the base URL cannot be used. */
export const BASE_URL_ADVICE =
	"Open the credential: 'Base URL' has to begin with https:// (http:// is allowed only for this computer: localhost, 127.0.0.1), and must not contain a user, password, query (?) or fragment (#).";

/** The fields of the credential that decide where requests go, as n8n hands them over: of any type, or missing. */
export interface ConnectionFields {
	region?: unknown;
	apiToken?: unknown;
	baseUrl?: unknown;
}

export interface Connection {
	/** Without a slash at the end. */
	baseUrl: string;
	region: Region;
	/** Without white space around it. */
	token: string;
}

/** Why the credential cannot be used, and what to do about it. */
export interface ConnectionProblem {
	/** Display name of the credential's field that has to be changed. */
	field: 'Region' | 'Base URL' | 'API Token';
	message: string;
	advice: string;
}

/** Slashes at the end of an address. The look-behind lets a run of slashes be tried once, not from each of its positions. */
export const SLASHES = /(?<!\/)\/+$/;

/**
 * @param address an address or a path
 * @returns the same without slashes at its end
 */
export const withoutSlashes = (address: string): string => address.replace(SLASHES, '');

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/**
 * @param token the credential's API token
 * @returns the region that the token names; undefined for older tokens, which name none
 */
export function regionOf(token: string): 'us' | 'eu' | undefined {
	if (EU_TOKEN.test(token)) return 'eu';
	return US_TOKEN.test(token) ? 'us' : undefined;
}

/**
 * @param given 'Base URL' as the user typed it
 * @returns the address without white space around it and slashes at its end; undefined when the token must not be sent there
 */
export function usableBaseUrl(given: unknown): string | undefined {
	const address = withoutSlashes(text(given));
	return USABLE_BASE_URL.test(address) && URL.canParse(address) ? address : undefined;
}

const badToken = (message: string, advice: string): ConnectionProblem => ({
	field: 'API Token',
	message,
	advice,
});

function problemOfToken(token: string): ConnectionProblem | undefined {
	if (token === '') {
		return badToken(
			"'API Token' of the Pylon credential cannot be used",
			`Open the credential and fill in 'API Token'. An admin can create one in Pylon under ${TOKEN_MENU} (${TOKEN_PAGE}).`,
		);
	}
	if (/^bearer\s/i.test(token)) {
		return badToken(
			"'API Token' of the Pylon credential begins with 'Bearer'",
			"Remove 'Bearer': n8n adds it.",
		);
	}
	// A header takes nothing else. Spaces are left to Pylon, which has a sentence for them.
	if (/[^\x20-\x7e]/.test(token)) {
		return badToken(
			"'API Token' of the Pylon credential contains line breaks or invalid characters",
			'Copy the token from Pylon again, without anything else.',
		);
	}
	return undefined;
}

/**
 * Decides where the requests of a credential go. The credential's own test decides the same by expressions.
 * @param fields the fields of the decrypted credential
 * @returns where requests go, or why none can be sent; nothing is sent in either case
 */
export function resolveConnection({
	region,
	apiToken,
	baseUrl,
}: ConnectionFields): Connection | ConnectionProblem {
	const token = text(apiToken);
	const problem = problemOfToken(token);
	if (problem !== undefined) return problem;
	if (region === 'custom') {
		const address = usableBaseUrl(baseUrl);
		return address === undefined
			? {
					field: 'Base URL',
					message: "'Base URL' of the Pylon credential cannot be used",
					advice: BASE_URL_ADVICE,
				}
			: { baseUrl: address, region, token };
	}
	const named = regionOf(token);
	const chosen = region === 'us' || region === 'eu' ? region : (named ?? 'us');
	if (named !== undefined && named !== chosen) {
		return {
			field: 'Region',
			message: `'Region' of the Pylon credential is ${REGION_NAMES[chosen]}, but the API token belongs to the region ${REGION_NAMES[named]}`,
			advice:
				"Open the credential and set 'Region' to Automatic, or paste a token of the chosen region.",
		};
	}
	return { baseUrl: HOSTS[chosen], region: chosen, token };
}
