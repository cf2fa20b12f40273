import { operations } from '../../sandbox/pylon/document';
import { lookUp, shapeOf } from '../coverage/api';

interface Parameter {
	$ref?: string;
	name?: string;
	in?: string;
	required?: boolean;
	schema?: { enum?: string[] };
}

/** An operation of openapi.yaml that changes nothing. */
export interface Read {
	operationId: string;
	method: string;
	/** With `{id}` and the like. */
	path: string;
	parameters: Parameter[];
}

/** A request as it is sent. */
export interface LiveRequest {
	read: Read;
	/** The path with its IDs in place, percent-encoded; never shown, for the IDs are a customer's. */
	path: string;
	query: Record<string, string>;
	body?: { limit: 1 };
	/** What tells it from the operation's other requests, e.g. `object_type=issue`. */
	variant?: string;
}

/** IDs by the list that they came from, e.g. `/knowledge-bases/{}/articles`. */
export type KnownIds = Map<string, string>;

const PERIOD_DAYS = 7;

const depth = ({ path }: Read): number => (path === '/me' ? -1 : path.split('{').length);

/** Every read of the API: who the token is first, then lists and searches, then what needs an ID of theirs. */
export const reads: Read[] = [...operations.values()]
	.filter(({ method, path }) => method === 'GET' || (method === 'POST' && path.endsWith('/search')))
	.map(({ method, path, operation }) => {
		const { parameters = [] } = operation as { parameters?: Parameter[] };
		return { operationId: operation.operationId, method, path, parameters: parameters.map(lookUp) };
	})
	.sort((a, b) => depth(a) - depth(b));

/** The list that an operation gives, as `KnownIds` names it: a search gives the records of the list of its name. */
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

type Asking = Pick<LiveRequest, 'query' | 'variant'>;

/** One query, or one for each value of a parameter that has to be given and takes only some. */
function queriesOf({ parameters }: Read, now: number): Asking[] | { skipped: string } {
	const values: Record<string, string> = {
		limit: '1',
		start_time: new Date(now - PERIOD_DAYS * 86_400_000).toISOString(),
		end_time: new Date(now).toISOString(),
	};
	let queries: Asking[] = [{ query: {} }];
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
 * @returns the requests for it, one record each where there is a limit to be had, or why there are none
 */
export function requestsFor(
	read: Read,
	ids: KnownIds,
	now: number,
): LiveRequest[] | { skipped: string } {
	const filled = fill(read.path, ids);
	if ('skipped' in filled) return filled;
	const queries = queriesOf(read, now);
	if ('skipped' in queries) return queries;
	const body = read.method === 'POST' ? ({ limit: 1 } as const) : undefined;
	return queries.map((asking) => ({ read, ...filled, ...asking, body }));
}
