import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { withoutSlashes } from '../../../../shared/client/region';
import { CHECK_EXPRESSION, checkText, isBlank, visible } from '../../../../shared/input';
import { shown, wrongInput } from '../../../parameters/values';

/** The place of a request below the base URL. */
export interface Place {
	/** E.g. `/issues/123`, each part percent-encoded. */
	path: string;
	/** The parameters behind a question mark. */
	query: URLSearchParams;
}

/**
 * @param text the value of 'Path'
 * @returns whether it is a full URL, so that it has to be compared with the base URL
 */
export const isUrl = (text: unknown): boolean =>
	typeof text === 'string' && /^([a-z][a-z\d+.-]*:)?\/\//i.test(text.trim());

/** The part of a full URL behind the base URL; undefined when the URL is not below it. */
function belowBase(text: string, baseUrl: string): string | undefined {
	if (!URL.canParse(text)) return undefined;
	const url = new URL(text);
	const base = new URL(baseUrl);
	const prefix = withoutSlashes(base.pathname);
	const isBelow = url.pathname === prefix || url.pathname.startsWith(`${prefix}/`);
	if (url.origin !== base.origin || url.username !== '' || url.password !== '' || !isBelow)
		return undefined;
	// Not the parser's own path, from which it has removed '..' already.
	return text
		.slice(text.indexOf('//') + 2)
		.replace(/^[^/?#]*/, '')
		.slice(prefix.length);
}

/** A part as a server sees it in the end; undefined when its percent signs mean nothing. */
function decoded(part: string): string | undefined {
	try {
		return decodeURIComponent(part);
	} catch {
		return undefined;
	}
}

/**
 * Reads a path as a user wrote it: with or without a slash before it, with a query behind it, or as a full URL. A request
 * must never leave the API's own host, since the token goes with it: axios takes `//host/path` and the like for a URL of its
 * own, and URL parsers take `\` for `/` and resolve `..`, percent-encoded or not.
 * @param context the item's context
 * @param value the value of 'Path'
 * @param baseUrl the credential's, without a slash at its end; only used when 'Path' is a full URL
 * @returns path and query
 * @throws NodeOperationError when the path is empty, no path of an API, or does not stay below the base URL; WrongInput when it
 * is what is left of an object or of a missing value
 */
export function toPlace(context: IExecuteSingleFunctions, value: unknown, baseUrl: string): Place {
	const refuse = (what: string, how: string) => wrongInput(context, `'Path' ${what}`, how);
	const text = typeof value === 'string' ? visible(value) : value;
	if (isBlank(text)) {
		throw refuse(
			'is empty',
			`Fill in 'Path', for example /issues/123/messages. ${CHECK_EXPRESSION}`,
		);
	}
	if (typeof text !== 'string')
		throw refuse(
			'has to be text',
			`It is ${shown(value)}. Enter a path such as /issues/123/messages.`,
		);
	checkText(text, 'Path');

	const below = isUrl(text) ? belowBase(text, baseUrl) : text;
	if (below === undefined) {
		throw refuse(
			'points to a different address than the credential',
			`The API token is only for ${baseUrl}, so the request was not sent. Enter only the path, for example /issues/123/messages.`,
		);
	}
	if (/[\\#\s]|\p{Cc}/u.test(below)) {
		throw refuse(
			"contains a space, a backslash or '#'",
			`It is ${shown(value)}. If such a character is part of an ID, percent-encode it, for example %20 or %23.`,
		);
	}
	if (/\p{Cs}/u.test(below))
		throw refuse(
			'contains a broken character',
			'The text was cut in the middle of a character before it reached this node.',
		);
	const [path = '', ...queries] = below.split('?');
	const parts = path.replace(/^\//, '').replace(/\/$/, '').split('/');
	const placeholder = parts.find((part) => /^(\{.*\}|:.+)$/.test(part));
	if (placeholder !== undefined)
		throw refuse(`still has the placeholder ${placeholder}`, 'Replace it with the ID of a record.');
	const names = parts.map(decoded);
	// A server may decode a slash before it looks at the parts.
	if (
		names.some(
			(name) =>
				name === undefined || name.split(/[/\\]/).some((part) => ['', '.', '..'].includes(part)),
		)
	) {
		throw refuse(
			'has an empty or invalid part',
			`It is ${shown(value)}. No part may be empty, '.' or '..'. Write '%' as %25.`,
		);
	}
	return {
		path: `/${names.map((name) => encodeURIComponent(name ?? '')).join('/')}`,
		query: new URLSearchParams(queries.join('?')),
	};
}
