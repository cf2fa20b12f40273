import type { IHttpRequestMethods } from 'n8n-workflow';
import { isRead } from '../../nodes/shared/api/endpoints';
import { operations } from '../../sandbox/pylon/document';
import { lookUp, shapeOf } from '../coverage/api';
import { isRecorded, RECORDS_TO_COMPARE } from './recorded';

interface Parameter {
	$ref?: string;
	name?: string;
	in?: string;
	required?: boolean;
	schema?: { enum?: string[] };
}

/** An operation of openapi.yaml. */
export interface Endpoint {
	operationId: string;
	method: string;
	/** With its parameters, e.g. `/issues/{id}`. */
	path: string;
	parameters: Parameter[];
}

/** An operation that changes nothing. */
export type Read = Endpoint;

/** A request as it is sent. */
export interface LiveRequest {
	read: Endpoint;
	/** The path with its IDs in place, percent-encoded. It is never shown, since the IDs are a customer's. */
	path: string;
	query: Record<string, string>;
	body?: object;
	/** How many records were asked for, where the list takes a limit. */
	limit?: number;
	/** What tells it from the operation's other requests, e.g. `object_type=issue`. */
	variant?: string;
}

/** IDs by the list that they came from, e.g. `/knowledge-bases/{}/articles`. */
export type KnownIds = Map<string, string>;

const PERIOD_DAYS = 7;

const depth = ({ path }: Read): number => (path === '/me' ? -1 : path.split('{').length);

/**
 * @param operationId as in openapi.yaml
 * @returns the operation, its parameters without `$ref`
 * @throws Error when openapi.yaml does not have it
 */
export function endpoint(operationId: string): Endpoint {
	for (const { method, path, operation } of operations.values()) {
		if (operation.operationId !== operationId) continue;
		const { parameters = [] } = operation as { parameters?: Parameter[] };
		return { operationId, method, path, parameters: parameters.map(lookUp) };
	}
	throw new Error(`openapi.yaml has no operation ${operationId}`);
}

/** Every read of the API: first whose token it is, then lists and searches, then what needs an ID from these. */
export const reads: Read[] = [...operations.values()]
	.filter(({ method, path }) => isRead(method as IHttpRequestMethods, path))
	.map(({ operation }) => endpoint(operation.operationId))
	.sort((a, b) => depth(a) - depth(b));

/**
 * Names the list that an operation gives, as `KnownIds` does: a search gives the records of the list of its name.
 *
 * @param read e.g. of `/issues/search`
 * @returns e.g. `/issues`
 */
export const listOf = ({ path }: Read): string => shapeOf(path).replace(/\/search$/, '');

/** The path with the IDs in place, or why there is none. */
function fill(path: string, ids: KnownIds): { path: string } | { skipped: string } {
	const [first, ...others] = path.split(/\{[^}]*\}/);
	const lists = shapeOf(path).split('/{}');
	let filled = first;
	for (const [index, part] of others.entries()) {
		const list = lists.slice(0, index + 1).join('/{}');
		const id = ids.get(list);
		if (id === undefined) {
			const exists = reads.some((read) => listOf(read) === list);
			return {
				skipped: exists ? 'no record came to take an ID from' : 'no list gives the ID it needs',
			};
		}
		filled += encodeURIComponent(id) + part;
	}
	return { path: filled };
}

/** One of several queries of the same endpoint. */
type Variant = Pick<LiveRequest, 'query' | 'variant'>;

/** One query, or one for each value of a required parameter that takes only certain values. */
function queriesOf(
	{ parameters }: Read,
	limit: number,
	now: number,
): Variant[] | { skipped: string } {
	const values: Record<string, string> = {
		limit: String(limit),
		start_time: new Date(now - PERIOD_DAYS * 86_400_000).toISOString(),
		end_time: new Date(now).toISOString(),
	};
	let queries: Variant[] = [{ query: {} }];
	for (const { name = '', in: place, required, schema } of parameters) {
		if (place !== 'query' || (!required && name !== 'limit')) continue;
		if (schema?.enum) {
			const choices = schema.enum;
			queries = queries.flatMap(({ query }) =>
				choices.map((choice) => ({
					query: { ...query, [name]: choice },
					variant: `${name}=${choice}`,
				})),
			);
		} else if (name in values) {
			for (const { query } of queries) query[name] = values[name];
		} else {
			return { skipped: `nobody knows a value for '${name}'` };
		}
	}
	return queries;
}

/**
 * @param read what to ask for
 * @param ids that earlier lists gave
 * @param now milliseconds since 1970; the end of the period that the list of issues needs
 * @returns the requests for it, one record each where there is a limit to be had (more where there is a recording to
 * compare with), or why there are none
 */
export function requestsFor(
	read: Read,
	ids: KnownIds,
	now: number,
): LiveRequest[] | { skipped: string } {
	const filled = fill(read.path, ids);
	if ('skipped' in filled) return filled;
	const most = isRecorded(read.operationId) ? RECORDS_TO_COMPARE : 1;
	const queries = queriesOf(read, most, now);
	if ('skipped' in queries) return queries;
	const body = read.method === 'POST' ? { limit: most } : undefined;
	return queries.map((variant) => {
		const isLimited = body !== undefined || 'limit' in variant.query;
		return { read, ...filled, ...variant, body, limit: isLimited ? most : undefined };
	});
}
