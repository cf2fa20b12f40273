import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { authenticate, type Region } from './auth';
import { asDeclared, parseBody, type ParsedBody } from './body';
import { canonicalRequest } from './canonical';
import type { RequestContext } from './context';
import type { Core } from './core';
import { ApiError } from './errors';
import type { Fault } from './faults';
import { handlers } from './handlers';
import type { ReceivedRequest } from './log';
import type { PageFault } from './pagination';
import { errorReply, happensFirst, send, spoil, type Reply } from './reply';
import { replyProblems, route, validate, type Route } from './router';

const PAGE_FAULTS = new Set<string>(['repeated-cursor', 'empty-page', 'same-record']);

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
	if (result.authorization !== undefined) result.authorization = result.authorization.replace(/\s.*/s, ' (token left out)');
	return result;
}

/** Carries out an operation: validation, handler, envelope. Errors become replies in Pylon's shape. */
function carryOut(core: Core, entry: ReceivedRequest, { operation, params }: Route, body: ParsedBody, pageFault?: PageFault): Reply {
	const { requestId } = entry;
	try {
		if (body.problem) throw new ApiError(400, `body: cannot be read as JSON (${body.problem})`);
		const { method, path, query } = entry;
		const value = asDeclared(body, operation);
		const typedQuery = validate(operation, { method, path, query, body: value });
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
		const reply = handlers[operation.operationId](context);
		core.log.wasProcessed(entry);
		const answer = { ...reply, request_id: requestId };
		const problems = core.checkReplies ? replyProblems(operation.operationId, answer) : [];
		if (problems.length > 0) {
			throw new ApiError(500, `The simulated Pylon's reply to ${operation.operationId} does not fit openapi.yaml: ${problems.join('; ')}`);
		}
		return { status: 200, body: answer, outcome: 'answered' };
	} catch (error) {
		if (!(error instanceof ApiError)) throw error;
		if (error.stateChanged) core.log.wasProcessed(entry);
		return errorReply(error, requestId);
	}
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());

/**
 * Answers one API request in Pylon's order: routing before authentication (docs/pylon-api-notes.md#errors), then
 * limits, faults, validation and the operation itself. Every request is logged with its outcome.
 */
export async function handleApiRequest(core: Core, region: Region, request: IncomingMessage, response: ServerResponse): Promise<void> {
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
		const token = authenticate(request.headers.authorization, { region, method: entry.method, path }, core.urls);
		const waitMs = core.limits.take(found.operation.operationId, token);
		if (waitMs !== undefined) return answer(rateLimited(core, entry, waitMs));
		const canonical = canonicalRequest(search ? `${path}?${search}` : path, entry.body);
		const struck = core.faults.strike({ operationId: found.operation.operationId, method: entry.method, canonical });
		const delay = struck.reduce((sum, fault) => sum + (fault.kind === 'delay' ? fault.ms : 0), 0);
		if (delay > 0) await wait(delay);
		const fault = struck.find(({ kind }) => kind !== 'delay');
		if (!fault) return answer(carryOut(core, entry, found, body));
		answerWithFault(core, entry, { found, body, fault }, request, answer);
	} catch (error) {
		if (error instanceof ApiError) return answer(errorReply(error, entry.requestId));
		// A mistake of the simulated Pylon itself: say so instead of leaving the request hanging.
		answer(errorReply(new ApiError(500, `The simulated Pylon failed: ${(error as Error).stack}`), entry.requestId));
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
	const reply = errorReply(new ApiError(429, 'Rate limit exceeded', { code: 'rate_limited' }), entry.requestId);
	return { ...reply, headers: core.limits.headers(waitMs), outcome: 'rate limited' };
}

function answerWithFault(
	core: Core,
	entry: ReceivedRequest,
	{ found, body, fault }: { found: Route; body: ParsedBody; fault: Fault },
	request: IncomingMessage,
	answer: (reply: Reply, fault?: Fault) => void,
): void {
	if (fault.kind === 'rate-limited') return answer(rateLimited(core, entry, fault.waitMs ?? 1000));
	const pageFault = PAGE_FAULTS.has(fault.kind) ? (fault.kind as PageFault) : undefined;
	const happened = happensFirst(fault) ? carryOut(core, entry, found, body, pageFault) : undefined;
	const reply = spoil(fault, happened, entry.requestId);
	if (fault.kind === 'reset' || fault.kind === 'never-answer') {
		entry.outcome = `fault: ${fault.kind}${happened ? ', after processing' : ''}`;
		if (fault.kind === 'reset') request.socket.resetAndDestroy();
		return;
	}
	if (reply) answer(reply, fault);
}
