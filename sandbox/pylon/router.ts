import OpenAPIBackend, { type Operation, type Options } from 'openapi-backend';
import { document } from './document';
import { ApiError } from './errors';
import { isDateTime, isUrl } from './formats';

/** A request's operation, with the path parameters decoded. */
export interface Route {
	operation: Operation & { operationId: string };
	params: Record<string, string>;
}

interface Branch {
	literals: Map<string, Branch>;
	parameter?: Branch;
	operations: Map<string, Operation & { operationId: string }>;
}

const newBranch = (): Branch => ({ literals: new Map(), operations: new Map() });

// One validator per kind of check for all operations: compiling each of them with its own would take 20 ms a piece.
type Ajv = Parameters<NonNullable<Options['customizeAjv']>>[0];
const validators = new Map<string, Ajv>();

const backend = new OpenAPIBackend({
	definition: document,
	quick: true, // the document is the project's own: not checked at every start, validators compiled at first use
	coerceTypes: true,
	ajvOpts: { allErrors: true },
	customizeAjv: (ajv, _options, kind) => {
		const name = String(kind);
		const shared = validators.get(name) ?? ajv;
		if (shared === ajv) {
			ajv.addFormat('date-time', isDateTime);
			ajv.addFormat('uri', isUrl);
			validators.set(name, ajv);
		}
		return shared;
	},
});

// openapi-backend's own matching tries every operation with a fresh expression, a millisecond per request; so does its
// look-up by operationId.
const root = newBranch();
const operationsById = new Map<string, Operation>();

async function prepare(): Promise<void> {
	await backend.init();
	for (const operation of backend.getOperations()) {
		operationsById.set(operation.operationId as string, operation);
		let branch = root;
		for (const segment of operation.path.slice(1).split('/')) {
			if (segment.startsWith('{')) {
				branch = branch.parameter ??= newBranch();
			} else {
				const next = branch.literals.get(segment) ?? newBranch();
				branch.literals.set(segment, next);
				branch = next;
			}
		}
		branch.operations.set(
			operation.method.toUpperCase(),
			operation as Operation & { operationId: string },
		);
	}
}

/** Resolves once the validators know openapi.yaml; the same promise for every simulated Pylon of the process. */
export const ready = prepare();

/** All branches that a path leads to; literal segments come before parameters. An empty segment matches nothing. */
function branchesFor(segments: string[], branch: Branch = root): Branch[] {
	if (segments.length === 0) return branch.operations.size > 0 ? [branch] : [];
	const [segment, ...rest] = segments;
	if (segment === '') return [];
	const literal = branch.literals.get(segment);
	return [
		...(literal ? branchesFor(rest, literal) : []),
		...(branch.parameter ? branchesFor(rest, branch.parameter) : []),
	];
}

/**
 * Finds the operation that a method and path lead to. Errors are Pylon's (docs/pylon-api-notes.md#errors).
 *
 * @param method in upper case
 * @param path without the query, still percent-encoded, beginning with a slash
 * @returns the operation, with the path parameters decoded
 * @throws ApiError 404 for a path that no operation has, 405 when only the method is wrong, and 400 for a parameter
 * that cannot be decoded (an assumption)
 */
export function route(method: string, path: string): Route {
	const segments = path.slice(1).split('/');
	const branches = branchesFor(segments);
	if (branches.length === 0) throw new ApiError(404, 'Not a valid API URL!', { code: 'not_found' });
	const operation = branches
		.map((branch) => branch.operations.get(method))
		.find((found) => found !== undefined);
	if (!operation) throw new ApiError(405, 'Method not allowed', { code: 'method_not_allowed' });
	const params: Record<string, string> = {};
	operation.path
		.slice(1)
		.split('/')
		.forEach((segment, index) => {
			if (!segment.startsWith('{')) return;
			try {
				params[segment.slice(1, -1)] = decodeURIComponent(segments[index]);
			} catch {
				throw new ApiError(
					400,
					`${segment.slice(1, -1)}: the path is not percent-encoded correctly`,
				);
			}
		});
	return { operation, params };
}

/** What the validator finds wrong in one place; `instancePath` is a JSON pointer. */
export interface Violation {
	instancePath: string;
	keyword: string;
	message?: string;
	params: Record<string, unknown>;
}

function describe(error: Violation): string {
	const field = error.instancePath
		.replace(/^\/(requestBody|query|path)/, '')
		.replace(/^\//, '')
		.replaceAll('/', '.');
	const { missingProperty, additionalProperty, allowedValues } = error.params;
	if (error.keyword === 'required') {
		const name =
			missingProperty === 'requestBody'
				? 'body'
				: [field, missingProperty].filter(Boolean).join('.');
		return `${name} is required`;
	}
	if (error.keyword === 'additionalProperties') {
		return `${[field, additionalProperty].filter(Boolean).join('.')} is not a known field`;
	}
	const values = Array.isArray(allowedValues) ? `: ${allowedValues.join(', ')}` : '';
	return `${field || 'body'}: ${error.message}${values}`;
}

/**
 * Checks query and body against openapi.yaml. What Pylon says of a wrong value was not recorded; the texts are the
 * validator's.
 *
 * @param operation that is called
 * @param request `query` as parsed, all of it text; `body` as `readBody` returns it
 * @returns the query in the types that openapi.yaml declares
 * @throws ApiError 400 with one text for each violation, each naming its field
 */
export function validate(
	operation: Route['operation'],
	request: {
		method: string;
		path: string;
		query: Record<string, string | string[]>;
		body: unknown;
	},
): Record<string, unknown> {
	const result = backend.validator.validateRequest(
		{
			method: request.method,
			path: request.path,
			query: request.query,
			headers: {},
			body: request.body as never,
		},
		operation,
	);
	if (result.errors)
		throw new ApiError(400, [...new Set(result.errors.map((error) => describe(error as never)))]);
	return (result.coerced?.query ?? {}) as Record<string, unknown>;
}

/**
 * @param operationId of the operation that replied
 * @param body of the reply, as sent
 * @param status HTTP status of the reply
 * @returns what is wrong with the body by openapi.yaml; empty when it fits, and for a status that the operation does
 * not declare
 */
export function replyViolations(operationId: string, body: unknown, status = 200): Violation[] {
	return (backend.validator.validateResponse(
		body,
		operationsById.get(operationId) ?? operationId,
		status,
	).errors ?? []) as Violation[];
}

/**
 * The same as `replyViolations` for a reply with the status 200, in words.
 *
 * @param operationId of the operation that replied
 * @param body of the reply, as sent
 * @returns one text for each violation, each naming its field; empty when the body fits
 */
export function replyProblems(operationId: string, body: unknown): string[] {
	return replyViolations(operationId, body).map(describe);
}
