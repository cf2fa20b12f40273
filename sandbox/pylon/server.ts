import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { authenticate, type Region } from './auth';
import { asDeclared, parseBody, type ParsedBody } from './body';
import { canonicalRequest } from './canonical';
import type { Handler, OperationId, RequestContext } from './context';
import type { Core } from './core';
import { readBody, readQuery } from './declared';
import { ApiError } from './errors';
import type { Fault } from './faults';
import { handlers } from './handlers';
import type { ReceivedRequest } from './log';
import type { PageFault } from './pagination';
import { errorReply, happensFirst, send, spoil, type Reply } from './reply';
import { replyProblems, route, validate, type Route } from './router';

const PAGE_FAULTS: Partial<Record<Fault['kind'], PageFault>> = {
	'repeated-cursor': 'repeated-cursor',
	'empty-page': 'empty-page',
	'same-record': 'same-record',
	'drip-page': 'endless',
};

function parseQuery(search: URLSearchParams): Record<string, string | string[]> {
	const query: Record<string, string | string[]> = {};
	for (const name of new Set(search.keys())) {
		const values = search.getAll(name);
		query[name] = values.length === 1 ? values[0] : values;
	}
	return query;
}

function withoutToken(headers: IncomingMessage['headers']): Record<string, string> {
	const result: Record<string, string> = {};
	for (const [name, value] of Object.entries(headers)) result[name] = String(value);
	if (result.authorization !== undefined)
		result.authorization = result.authorization.replace(/\s.*/s, ' (token left out)');
	return result;
}

/** A request that has passed the limits, and the header that says how many more may come. */
interface Allowed {
	entry: ReceivedRequest;
	found: Route;
	body: ParsedBody;
	remaining: Record<string, string>;
}

/** Runs an operation: validation, handler, envelope. Errors become replies in Pylon's shape. */
function runOperation(
	core: Core,
	{ entry, found, body, remaining }: Allowed,
	pageFault?: PageFault,
): Reply {
	const { operation, params } = found;
	const { requestId } = entry;
	try {
		if (body.isTooLarge)
			throw new ApiError(413, 'The body is larger than 10 MiB', { code: 'payload_too_large' });
		if (body.problem) throw new ApiError(400, `body: cannot be read as JSON (${body.problem})`);
		const { method, path, query } = entry;
		const unknown = core.strict ? 'kept' : 'ignored';
		const value = readBody(asDeclared(body, operation), operation, unknown);
		const typedQuery = validate(operation, {
			method,
			path,
			query: readQuery(query, operation, unknown),
			body: value,
		});
		const now = core.clock();
		const context: RequestContext = {
			state: core.state,
			region: entry.region,
			operationId: operation.operationId,
			params,
			query: typedQuery,
			body: value,
			files: body.files,
			now,
			timestamp: new Date(now).toISOString(),
			issueWindow: core.issueWindow,
			url: core.urls[entry.region],
			pageFault,
		};
		const handler = handlers[operation.operationId as OperationId] as Handler;
		const reply = handler(context);
		core.log.wasProcessed(entry);
		const answer = { ...reply, request_id: requestId };
		const problems = core.checkReplies ? replyProblems(operation.operationId, answer) : [];
		if (problems.length > 0) {
			throw new ApiError(
				500,
				`The simulated Pylon's reply to ${operation.operationId} does not fit openapi.yaml: ${problems.join('; ')}`,
			);
		}
		return { status: 200, headers: remaining, body: answer, outcome: 'answered' };
	} catch (error) {
		if (!(error instanceof ApiError)) throw error;
		if (error.stateChanged) core.log.wasProcessed(entry);
		return errorReply(error, requestId);
	}
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());

/**
 * Answers one API request in Pylon's order: routing before authentication (docs/pylon-api-notes.md#errors), then
 * limits, faults, validation and the operation itself; that the rest comes in this order is an assumption. Every
 * request is logged with its outcome.
 *
 * @param core the simulated Pylon that is asked
 * @param region of the host that was called
 * @param request not read yet
 * @param response gets the reply; nothing is written to it when a fault leaves the request hanging or resets the
 * connection
 * @returns a promise that resolves once the reply is handed over, which may be before its last byte is sent
 * @throws the connection's error when it breaks while the body is read
 */
export async function handleApiRequest(
	core: Core,
	region: Region,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	let isInFlight = true;
	const done = () => {
		if (isInFlight) core.log.end();
		isInFlight = false;
	};
	core.log.begin();
	response.on('close', done);

	const body = await parseBody(request);
	const [path, search = ''] = (request.url ?? '/').split(/\?(.*)/s);
	const entry: ReceivedRequest = {
		at: core.clock(),
		region,
		method: request.method ?? 'GET',
		path,
		query: parseQuery(new URLSearchParams(search)),
		headers: withoutToken(request.headers),
		body: body.value,
		operationId: undefined,
		status: 0,
		outcome: 'not answered yet',
		requestId: randomUUID(),
		processed: false,
	};
	const answer = (reply: Reply, fault?: Fault) => send(response, entry, reply, done, fault);
	try {
		const found = findRoute(core, entry);
		const { operationId } = found.operation;
		authenticate(request.headers.authorization, { region, method: entry.method, path }, core.urls);
		const waitMs = core.limits.take(operationId, region);
		if (waitMs !== undefined) return answer(rateLimited(core, entry, waitMs));
		const allowed = { entry, found, body, remaining: core.limits.remaining(operationId, region) };
		const canonical = canonicalRequest(search ? `${path}?${search}` : path, entry.body);
		const struck = core.faults.strike({ operationId, method: entry.method, canonical });
		const delay = struck.reduce((sum, fault) => sum + (fault.kind === 'delay' ? fault.ms : 0), 0);
		if (delay > 0) await wait(delay);
		const fault = struck.find(({ kind }) => kind !== 'delay');
		if (!fault) return answer(runOperation(core, allowed));
		answerWithFault(core, allowed, fault, request, answer);
	} catch (error) {
		if (error instanceof ApiError) return answer(errorReply(error, entry.requestId));
		// A mistake in the simulated Pylon itself: the reply says so instead of leaving the request hanging.
		answer(
			errorReply(
				new ApiError(500, `The simulated Pylon failed: ${(error as Error).stack}`),
				entry.requestId,
			),
		);
	}
}

function findRoute(core: Core, entry: ReceivedRequest): Route {
	try {
		const found = route(entry.method, entry.path);
		entry.operationId = found.operation.operationId;
		return found;
	} finally {
		core.log.received(entry);
	}
}

function rateLimited(core: Core, entry: ReceivedRequest, waitMs: number): Reply {
	const reply = errorReply(
		new ApiError(429, 'Rate limit exceeded', { code: 'rate_limited' }),
		entry.requestId,
	);
	return { ...reply, headers: core.limits.headers(waitMs), outcome: 'rate limited' };
}

function answerWithFault(
	core: Core,
	allowed: Allowed,
	fault: Fault,
	request: IncomingMessage,
	answer: (reply: Reply, fault?: Fault) => void,
): void {
	const { entry } = allowed;
	if (fault.kind === 'rate-limited') return answer(rateLimited(core, entry, fault.waitMs ?? 1000));
	const happened = happensFirst(fault)
		? runOperation(core, allowed, PAGE_FAULTS[fault.kind])
		: undefined;
	const reply = spoil(fault, happened, entry.requestId);
	if (fault.kind === 'reset' || fault.kind === 'never-answer') {
		entry.outcome = `fault: ${fault.kind}${happened ? ', after processing' : ''}`;
		if (fault.kind === 'reset') request.socket.resetAndDestroy();
		return;
	}
	if (reply) answer(reply, fault);
}
