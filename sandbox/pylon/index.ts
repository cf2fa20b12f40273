import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { handleAdminRequest } from './admin';
import { TOKENS, type Region, type Tokens } from './auth';
import type { IssueWindow } from './context';
import type { Core, WebhookSettings } from './core';
import { Faults, type FaultRule } from './faults';
import { Limits, type LimitSettings } from './limits';
import { RequestLog, type ReceivedRequest } from './log';
import { ready } from './router';
import { seedCompany } from './seed/company';
import { handleApiRequest } from './server';
import { emptyState, type State } from './state';
import { deliverWebhook, type WebhookOptions } from './webhooks';

export { canonicalRequest } from './canonical';
export type { Fault, FaultRule, Faults, ScheduledFault } from './faults';
export type { Limits, LimitSettings } from './limits';
export type { ReceivedRequest } from './log';
export { addAccounts, addContacts, addIssues } from './seed/bulk';
export { seedExternalIds, seedIds } from './seed/ids';
export type { State } from './state';
export type { WebhookSettings } from './core';
export { renderTemplate, signBody, webhookTemplates, type WebhookOptions } from './webhooks';

/** What `startSimulatedPylon` can be told. Everything has a default. */
export interface SimulatedPylonOptions {
	/** Port of the US host; 0 (default) takes a free one. */
	port?: number;
	/** Port of the EU host; 0 (default) takes a free one. */
	euPort?: number;
	/** The records it begins with: a small believable company (default) or none. */
	seed?: 'company' | 'empty';
	/** Returns the time in ms since 1970, for timestamps and limits; default Date.now. */
	clock?: () => number;
	/** Rate limits; default false, none. */
	limits?: LimitSettings | false;
	/** Faults from the start on. */
	faults?: FaultRule[];
	/** How many received requests are kept; default 50,000. Counters stay exact beyond it. */
	logSize?: number;
	/** How `GET /issues` reads its window; default at most 30 days, and the end belongs to it. */
	issueWindow?: Partial<IssueWindow>;
	/** What the page's webhook form is filled with. */
	webhook?: WebhookSettings;
	/**
	 * Refuses what openapi.yaml does not have in a body or a query with 400; default false, ignored as by Pylon. Tests turn
	 * it on, so that a wrong name in a request is noticed.
	 */
	strict?: boolean;
	/** Holds its own replies to openapi.yaml too, and answers 500 when one does not fit; default false. */
	checkReplies?: boolean;
}

/** A running simulated Pylon: where it listens, what it holds, what it has received, and how to make it fail. */
export interface SimulatedPylon {
	/** Base URL of the US host. */
	url: string;
	/** Base URL of the EU host. */
	euUrl: string;
	/** The tokens that it accepts, the same at every start. */
	tokens: Tokens;
	/** The records, by id in each store. To change one, `set` a changed copy: stored records are frozen. */
	readonly state: State;
	/** Everything received, in order; the oldest are dropped beyond `logSize`. */
	readonly requests: ReceivedRequest[];
	/** Rate limits, to be read and set. */
	limits: Limits;
	/** Faults, to be added and taken back. */
	faults: Faults;
	/** How many requests of an operation arrived. With `bodyMatches` only those are looked at that the log still has. */
	countOf(
		operationId: string,
		bodyMatches?: (body: unknown, request: ReceivedRequest) => boolean,
	): number;
	/** How often each request of an operation was carried out, keyed by `canonicalRequest(path, body)`. */
	processedCounts(operationId: string): Map<string, number>;
	/** The highest number of requests in flight at one time since the last reset. */
	maxInFlight(): number;
	/** Forgets what was received. */
	resetLog(): void;
	/** Puts the seeded records back; limits, faults and log stay. */
	resetState(): void;
	/** Fills the page's webhook form. */
	setWebhook(webhook: WebhookSettings | undefined): void;
	/**
	 * Renders, signs and posts a webhook, see `deliverWebhook`: resolves with the receiver's answer, rejects when there is
	 * none.
	 */
	sendWebhook(options: WebhookOptions): Promise<{ status: number; body: string }>;
	/** Ends both listeners and every connection, also those left hanging by a fault. */
	close(): Promise<void>;
}

function listen(listener: RequestListener, port: number): Promise<Server> {
	return new Promise((resolve, reject) => {
		// A client's idle connection outlives any test: closing it first would look like a fault.
		const server = createServer({ keepAliveTimeout: 120_000 }, listener);
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => resolve(server));
	});
}

const urlOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

function listenerFor(core: Core, region: Region): RequestListener {
	return (request, response) => {
		const path = request.url ?? '/';
		const isAdmin = path === '/' || path.startsWith('/?') || path.startsWith('/_simulated');
		const handled = isAdmin
			? handleAdminRequest(core, request, response)
			: handleApiRequest(core, region, request, response);
		// Only a connection that breaks while the request is read ends here: there is nobody left to answer.
		handled.catch(() => response.destroy());
	};
}

/**
 * Starts a simulated Pylon on 127.0.0.1, with one listener for each region.
 *
 * @param options see `SimulatedPylonOptions`; defaults are two free ports, the seeded company, no limits and no faults
 * @returns the running simulated Pylon, once both hosts listen
 * @throws the listener's error, e.g. with the code `EADDRINUSE`, when a port cannot be used; neither host listens then
 */
export async function startSimulatedPylon(
	options: SimulatedPylonOptions = {},
): Promise<SimulatedPylon> {
	await ready;
	const clock = options.clock ?? Date.now;
	const reseed = () => {
		core.state = emptyState();
		if (options.seed !== 'empty') seedCompany(core.state, clock());
	};
	const core: Core = {
		state: emptyState(),
		log: new RequestLog(options.logSize),
		limits: new Limits(options.limits ?? false, clock),
		faults: new Faults(),
		clock,
		issueWindow: { maxDays: 30, endInclusive: true, ...options.issueWindow },
		urls: { us: '', eu: '' },
		webhook: options.webhook,
		strict: options.strict ?? false,
		checkReplies: options.checkReplies ?? false,
		reseed,
	};
	reseed();
	for (const rule of options.faults ?? []) core.faults.add(rule);
	const us = await listen(listenerFor(core, 'us'), options.port ?? 0);
	const eu = await listen(listenerFor(core, 'eu'), options.euPort ?? 0).catch((error: unknown) => {
		us.close();
		throw error;
	});
	core.urls = { us: urlOf(us), eu: urlOf(eu) };
	return {
		url: core.urls.us,
		euUrl: core.urls.eu,
		tokens: TOKENS,
		get state() {
			return core.state;
		},
		get requests() {
			return core.log.requests;
		},
		limits: core.limits,
		faults: core.faults,
		countOf: (operationId, bodyMatches) => core.log.countOf(operationId, bodyMatches),
		processedCounts: (operationId) => core.log.processedCounts(operationId),
		maxInFlight: () => core.log.maxInFlight(),
		resetLog: () => core.log.reset(),
		resetState: reseed,
		setWebhook: (webhook) => {
			core.webhook = webhook;
		},
		sendWebhook: (webhook) => deliverWebhook(core.state, webhook),
		close: async () => {
			for (const server of [us, eu]) {
				const closed = new Promise<void>((resolve) => server.close(() => resolve()));
				server.closeAllConnections();
				await closed;
			}
		},
	};
}
