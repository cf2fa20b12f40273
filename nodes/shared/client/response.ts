import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';
import { endpointOf } from '../api/endpoints';
import { isRecord } from './envelope';
import { RequestFailed, type HttpFailure, type PylonErrorBody, type Unreadable } from './failure';
import type { Expected, PylonResponse } from './pylonRequest';

/** Most levels of JSON in an answer. Code that walks through it, ours and n8n's, calls itself once for each level. */
export const MOST_LEVELS = 100;

/** How much of an error's texts gets into a message. */
const MOST_ERRORS = 10;
const LONGEST_TEXT = 1000;
const LONGEST_NAME = 200;

/** Most characters of an error's body that are kept beside the message. */
const LARGEST_ERROR_BODY = 100_000;

/**
 * @param value parsed from JSON
 * @param levels how many levels of objects and lists are allowed
 * @returns whether the value has more
 */
export function isDeeperThan(value: unknown, levels: number): boolean {
	if (typeof value !== 'object' || value === null) return false;
	if (levels === 0) return true;
	for (const entry of Array.isArray(value) ? value : Object.values(value))
		if (isDeeperThan(entry, levels - 1)) return true;
	return false;
}

/**
 * @returns about how many of `left` characters are left when a value from JSON is written, with 8 for a value that is no text
 * and none for signs in between; below 0 as soon as they do not suffice
 */
function charactersLeft(value: unknown, left: number): number {
	if (typeof value !== 'object' || value === null)
		return left - (typeof value === 'string' ? value.length : 8);
	let rest = left - 2;
	for (const [name, entry] of Object.entries(value)) {
		if (rest < 0) return rest;
		rest = charactersLeft(entry, rest - name.length);
	}
	return rest;
}

/**
 * @param value a text from a server
 * @param most the most characters that are kept
 * @returns the text on one line, cut, without control characters, which a terminal or log would obey
 */
export function oneLine(value: string, most = LONGEST_TEXT): string {
	// Cut first: what is behind the cut need not be looked at. A character may be two long, so nothing is cut in the middle.
	const line = value
		.slice(0, most * 4)
		.replace(/\p{C}+/gu, ' ')
		.trim();
	return line.length <= most ? line : `${[...line].slice(0, most - 1).join('')}…`;
}

const text = (value: unknown, most = LONGEST_NAME): string | undefined =>
	typeof value === 'string' && value.slice(0, LONGEST_TEXT).trim() !== ''
		? oneLine(value, most)
		: undefined;

/**
 * @param body a body that should have been JSON; empty for none
 * @returns what kind of text it is
 */
export function kindOfText(body: string): 'html' | 'empty' | 'cut-off JSON' | 'text' {
	const start = body.slice(0, 1000).trimStart();
	if (start === '') return 'empty';
	if (start.startsWith('<')) return 'html';
	return start.startsWith('{') || start.startsWith('[') ? 'cut-off JSON' : 'text';
}

function toErrorBody(body: unknown): PylonErrorBody | undefined {
	if (!isRecord(body) || isDeeperThan(body, MOST_LEVELS)) return undefined;
	const given: unknown[] = Array.isArray(body.errors) ? body.errors.slice(0, MOST_ERRORS) : [];
	const errors = given
		.map((entry) => text(entry, LONGEST_TEXT))
		.filter((entry) => entry !== undefined);
	const fallback = text(body.message, LONGEST_TEXT) ?? text(body.error, LONGEST_TEXT);
	const identifiers = {
		code: text(body.code),
		requestId: text(body.request_id),
		existsId: text(body.exists_id),
	};
	const isSmall = charactersLeft(body, LARGEST_ERROR_BODY) >= 0;
	return {
		errors: errors.length === 0 && fallback !== undefined ? [fallback] : errors,
		...identifiers,
		raw: isSmall
			? body
			: {
					errors,
					code: identifiers.code,
					request_id: identifiers.requestId,
					exists_id: identifiers.existsId,
				},
	};
}

function otherBody(body: unknown): HttpFailure['otherBody'] {
	if (isRecord(body)) return 'text';
	if (typeof body !== 'string') return 'empty';
	const kind = kindOfText(body);
	return kind === 'cut-off JSON' ? 'text' : kind;
}

/**
 * @param response an answer with another status than 2xx
 * @returns what it says
 */
export function httpFailureOf({ status, headers, body }: PylonResponse): HttpFailure {
	const errorBody = toErrorBody(body);
	return {
		kind: 'http',
		status,
		headers,
		body: errorBody,
		...(errorBody === undefined ? { otherBody: otherBody(body) } : {}),
	};
}

const hasId = (data: unknown): boolean =>
	isRecord(data) &&
	(typeof data.id === 'number' || (typeof data.id === 'string' && data.id !== ''));

/** What is wrong with `data`, by what Pylon's API description says about the endpoint; undefined when nothing is. */
function wrongData(
	data: unknown,
	expected: Expected,
	method: IHttpRequestMethods,
	path: string,
): Unreadable | undefined {
	const answers = endpointOf(method, path)?.answers;
	const isNothing = data === undefined || data === null;
	if (expected === 'list' || answers === 'list')
		return isNothing || Array.isArray(data) ? undefined : 'a list without records';
	if (!answers?.startsWith('record')) return undefined;
	if (Array.isArray(data)) return 'a list';
	// Whoever reads a record works with its ID; a write only has to go through.
	const needsId = answers === 'record' && method === 'GET' && path.split('/').length > 2;
	return needsId && !hasId(data) ? 'a record without an ID' : undefined;
}

/**
 * @param response Pylon's answer
 * @param expected the kind of answer that must come
 * @param method the method of the request
 * @param path the path of the request, or its template
 * @returns Pylon's JSON object with its envelope
 * @throws RequestFailed when the status is not 2xx, or the answer is not one of Pylon's
 */
export function readAnswer(
	response: PylonResponse,
	expected: Expected,
	method: IHttpRequestMethods,
	path: string,
): IDataObject {
	const { status, headers, body } = response;
	if (status < 200 || status > 299) throw new RequestFailed(httpFailureOf(response));
	const fail = (found: Unreadable) =>
		new RequestFailed({ kind: 'unreadable', status, headers, found });
	if (expected === 'any' && status === 204) return {};
	if (typeof body === 'string' || body === undefined || body === null)
		throw fail(kindOfText(body ?? ''));
	if (!isRecord(body)) throw fail('other JSON');
	if (isDeeperThan(body, MOST_LEVELS)) throw fail('deep JSON');
	if (expected === 'any') return body;
	const wrong = wrongData(body.data, expected, method, path);
	if (wrong !== undefined && (body.data !== undefined || body.request_id !== undefined))
		throw fail(wrong);
	if (body.data === undefined && body.request_id === undefined) throw fail('other JSON');
	return body;
}
