import { visible } from './blank';
import { readList } from './list';
import { readText } from './text';
import { shown, WrongInput } from './wrongInput';

/** A part of a domain between two dots, in any script. An asterisk or a quote in it is no domain's. */
export const DOMAIN_LABEL = '[\\p{L}\\p{M}\\p{N}_-]+';

const DOMAIN = new RegExp(`^${DOMAIN_LABEL}(\\.${DOMAIN_LABEL})+$`, 'u');

/** Top-level domains have letters only. A text with another ending, such as `crm.42`, may be an ID of another system. */
const TOP_LEVEL = /\.(xn--[a-z0-9-]+|\p{L}{2,})\.?$/iu;

/**
 * @param text that may be an ID, too
 * @returns whether it looks like a domain such as `globex.com`, without https:// and path
 */
export const isDomain = (text: string): boolean =>
	DOMAIN.test(domainKey(text)) && TOP_LEVEL.test(visible(text));

/**
 * @param text a domain
 * @returns the same text for all ways of writing the domain: in lower case, without `www.` and a dot at the end
 */
export function domainKey(text: string): string {
	const domain = visible(text).toLowerCase().replace(/\.$/, '');
	const bare = domain.replace(/^www\./, '');
	return bare.includes('.') ? bare : domain;
}

/**
 * Checks a domain and writes it in its one form: in lower case, since case makes no difference, and without `www.`, which no
 * email address has.
 */
function toDomain(text: string, displayName: string): string {
	const domain = domainKey(text);
	if (isDomain(text)) return domain;
	throw new WrongInput(
		`'${displayName}' is not a domain`,
		`It is ${shown(text)}. Enter only the domain, like globex.com, without https:// or a path.`,
	);
}

/**
 * @param value one domain, in upper or lower case and with or without `www.`
 * @param displayName the parameter's display name
 * @returns see `domainKey`
 * @throws WrongInput when the value is blank or no domain
 */
export const readDomain = (value: unknown, displayName: string): string =>
	toDomain(readText(value, displayName), displayName);

/**
 * @param value a list of domains in any form (see `readList`)
 * @param displayName the parameter's display name
 * @returns see `domainKey`, each once; none where the value is blank
 * @throws WrongInput when an entry is no domain
 */
export const readDomains = (value: unknown, displayName: string): string[] => [
	...new Set(readList(value, displayName).map((entry) => toDomain(entry, displayName))),
];
