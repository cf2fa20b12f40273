import { lookUp } from '../coverage/api';
import { replyViolations, type Violation } from '../../sandbox/pylon/router';
import type { Answer, NoAnswer } from './ask';
import {
	fieldsNotSeen,
	placeOf,
	replySchema,
	safeName,
	typeAt,
	under,
	type Schema,
} from './fields';
import { compareWithRecording, type Comparison } from './recorded';
import type { LiveRequest } from './requests';

/** `not allowed` is Pylon's 403: the token lacks a right. `refused` is any other status but 200, also a 403 of somebody else's. */
export type Verdict = 'as assumed' | 'differs' | 'not allowed' | 'refused' | 'no answer';

/** What became of a request, without any value of a record. */
export interface Finding {
	method: string;
	/** As in openapi.yaml. */
	path: string;
	variant?: string;
	verdict: Verdict;
	/** Missing when nothing came back. */
	status?: number;
	ms: number;
	/** Pylon's code for a refusal. */
	code?: string;
	/** What came where JSON should be. */
	instead?: string;
	/** What is not as openapi.yaml says, or why there is no answer. */
	differences: string[];
	/** Fields that openapi.yaml does not know. */
	unknownFields: string[];
	/** Fields that openapi.yaml knows and no record of the answer has; Pylon may leave out what is not set. */
	notSeen: string[];
	/** Whether there was a record to look at. */
	hasRecord: boolean;
	paging?: 'missing' | 'null' | 'last page' | 'more to come';
	requestId?: string;
	/** How the answer differs from the recorded one, where there is one. */
	comparison?: Comparison;
}

/** Without these fields the node cannot tell records apart, or finds none. */
const NEEDED = ['data', 'request_id', 'data.id', 'data[].id'];

const REQUEST_ID = 'x-pylon-request-id';

interface Body {
	data?: unknown;
	pagination?: { cursor?: unknown; has_next_page?: unknown } | null;
	request_id?: unknown;
	errors?: unknown;
	code?: unknown;
}

type Differences = Pick<Finding, 'differences' | 'unknownFields' | 'notSeen'>;

function parse(text: string): { body: unknown } | { instead: string } {
	try {
		return { body: JSON.parse(text) as unknown };
	} catch {
		const kind = text.trimStart().startsWith('<') ? 'a web page' : 'unreadable text';
		return { instead: text.trim() === '' ? 'an empty body' : kind };
	}
}

function inWords(
	schema: Schema,
	body: unknown,
	{ instancePath, keyword, message, params }: Violation,
): string {
	const place = placeOf(schema, instancePath) || 'the body';
	const missing = String(params.missingProperty);
	if (keyword === 'required')
		return `${placeOf(schema, instancePath) ? under(place, missing) : missing} is missing`;
	return `${place} ${message}${keyword === 'type' ? `, is ${typeAt(body, instancePath)}` : ''}`;
}

/** Compares a body with the schema of its operation and status. */
function againstSchema({ read }: LiveRequest, status: number, body: unknown): Differences {
	const schema = replySchema(read, status);
	if (!schema) return { differences: [], unknownFields: [], notSeen: [] };
	const differences: string[] = [];
	const unknownFields: string[] = [];
	for (const violation of replyViolations(read.operationId, body, status)) {
		const { instancePath, keyword, params } = violation;
		if (keyword === 'additionalProperties') {
			unknownFields.push(
				under(placeOf(schema, instancePath), safeName(String(params.additionalProperty))),
			);
		} else {
			differences.push(inWords(schema, body, violation));
		}
	}
	const notSeen = status === 200 ? fieldsNotSeen(schema, [body]) : [];
	// An empty list comes without `data` (docs/pylon-api-notes.md#envelope).
	const isList = lookUp(lookUp(schema).properties?.data ?? {}).type === 'array';
	const isNeeded = (field: string) => NEEDED.includes(field) && !(isList && field === 'data');
	const needed = notSeen.filter(isNeeded).map((field) => `${field} is missing`);
	return {
		differences: [...new Set([...differences, ...needed])],
		unknownFields: [...new Set(unknownFields)],
		notSeen: notSeen.filter((field) => !isNeeded(field)),
	};
}

function headerDifferences({ headers }: Answer, { request_id: requestId }: Body): string[] {
	const header = headers[REQUEST_ID];
	if (header === undefined) return [`the header ${REQUEST_ID} is missing`];
	return header === requestId ? [] : [`the header ${REQUEST_ID} is not the request_id of the body`];
}

function pagingOf({ read }: LiveRequest, { pagination }: Body): Finding['paging'] {
	const schema = replySchema(read, 200);
	if (!schema || placeOf(schema, '/pagination') !== 'pagination') return undefined;
	if (pagination === undefined) return 'missing';
	if (pagination === null) return 'null';
	return pagination.has_next_page === true ? 'more to come' : 'last page';
}

/** What a list promises beyond its schema. */
function listDifferences({ limit }: LiveRequest, { data, pagination }: Body): string[] {
	const differences: string[] = [];
	if (limit !== undefined && Array.isArray(data) && data.length > limit)
		differences.push(`a limit of ${limit} brought more records`);
	const { cursor, has_next_page: hasNext } = pagination ?? {};
	if (hasNext === true && (typeof cursor !== 'string' || cursor === '')) {
		differences.push('pagination.has_next_page is true without a cursor');
	}
	return differences;
}

/** Pylon's words, where they cannot be about a record: the request has no ID in its path, and Pylon itself did not break. */
function said({ read }: LiveRequest, status: number, { errors }: Body): string[] {
	if (read.path.includes('{') || status >= 500 || !Array.isArray(errors)) return [];
	return errors.map((text) => String(text).replace(/\p{C}/gu, ' ').slice(0, 200));
}

/**
 * Compares an answer with openapi.yaml.
 *
 * @param request that was sent
 * @param answer that came
 * @returns names of fields and types only, and no value of a record
 */
export function judge(request: LiveRequest, answer: Answer | NoAnswer): Finding {
	const { method, path } = request.read;
	const blank = { differences: [], unknownFields: [], notSeen: [], hasRecord: false };
	const about = { method, path, variant: request.variant, ms: answer.ms, ...blank };
	if ('code' in answer) return { ...about, verdict: 'no answer', differences: [answer.code] };

	const { status } = answer;
	const parsed = parse(answer.text);
	if ('instead' in parsed) {
		const redirect =
			status >= 300 && status < 400 ? ['sends on to another address (not followed)'] : [];
		const verdict = status === 200 ? 'differs' : 'refused';
		return {
			...about,
			...parsed,
			verdict,
			status,
			differences: [...redirect, `${parsed.instead} instead of JSON`],
		};
	}
	const body = (typeof parsed.body === 'object' && parsed.body !== null ? parsed.body : {}) as Body;
	const found = againstSchema(request, status, parsed.body);
	found.differences.push(...headerDifferences(answer, body));
	const requestId = answer.headers[REQUEST_ID];
	if (status !== 200) {
		const code = typeof body.code === 'string' ? safeName(body.code) : undefined;
		const verdict = status === 403 && Array.isArray(body.errors) ? 'not allowed' : 'refused';
		return {
			...about,
			...found,
			verdict,
			status,
			code,
			requestId,
			differences: [...said(request, status, body), ...found.differences],
		};
	}
	found.differences.push(...listDifferences(request, body));
	const comparison = compareWithRecording(request.read.operationId, parsed.body);
	found.differences.push(...(comparison?.otherTypes ?? []));
	const differs = found.differences.length + found.unknownFields.length > 0;
	const hasRecord = Array.isArray(body.data)
		? body.data.length > 0
		: typeof body.data === 'object' && body.data !== null;
	return {
		...about,
		...found,
		verdict: differs ? 'differs' : 'as assumed',
		status,
		hasRecord,
		paging: pagingOf(request, body),
		requestId,
		comparison,
	};
}
