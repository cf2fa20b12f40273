import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { parseBody } from './body';
import type { Core, WebhookSettings } from './core';
import type { FaultRule, ScheduledFault } from './faults';
import { sendFile } from './files';
import type { LimitSettings } from './limits';
import { presentAccount, presentContact, presentIssue } from './present';
import type { State } from './state';
import { deliverWebhook, webhookTemplates, type WebhookOptions } from './webhooks';
import type { WebhookObject } from './webhookVariables';

interface AdminRequest {
	core: Core;
	query: URLSearchParams;
	body: unknown;
	/** The part of the path behind the route's name. */
	rest: string;
}

/**
 * Carries out one request of the admin API. What it returns, or the promise of it, is sent as JSON; what it throws
 * becomes a 400 with the error's message.
 */
type Route = (request: AdminRequest) => unknown;

/** How many records and requests the page shows. */
const SHOWN = 100;

function accountName(state: State, id: string | null): string | null {
	return id === null ? null : (state.accounts.get(id)?.name ?? null);
}

function records({ core: { state } }: AdminRequest) {
	return {
		contacts: [...state.contacts.values()].slice(0, SHOWN).map((contact) => ({
			...presentContact(state, contact),
			account_name: accountName(state, contact.account_id),
		})),
		accounts: [...state.accounts.values()]
			.slice(0, SHOWN)
			.map((account) => presentAccount(state, account)),
		issues: state.issues
			.newestFirst()
			.slice(0, SHOWN)
			.map((issue) => ({
				...presentIssue(state, issue),
				account_name: accountName(state, issue.account_id),
			})),
	};
}

function summary({ core }: AdminRequest) {
	const { state, log } = core;
	const counts = Object.fromEntries(
		(
			[
				'contacts',
				'accounts',
				'issues',
				'messages',
				'users',
				'teams',
				'tags',
				'customFields',
			] as const
		).map((name) => [name, state[name].size]),
	);
	return {
		urls: core.urls,
		counts,
		requests: log.requests.length,
		maxInFlight: log.maxInFlight(),
		webhook: core.webhook ?? null,
	};
}

async function fireWebhook({ core, body }: AdminRequest) {
	const options = body as Partial<WebhookOptions> & { object?: WebhookObject };
	const { url = core.webhook?.url, secret = core.webhook?.secret, object } = options;
	if (!url || secret === undefined || !object)
		throw new Error('url, secret and object {type, id} are needed');
	return deliverWebhook(core.state, { ...options, url, secret, object });
}

/** The admin API under `/_simulated/`, by method and name. */
const ROUTES: Record<string, Route> = {
	'GET state': summary,
	'GET records': records,
	'GET requests': ({ core, query }) =>
		core.log.requests.slice(-(Number(query.get('last')) || SHOWN)).reverse(),
	'GET limits': ({ core }) => ({ limits: core.limits.get() }),
	'PUT limits': ({ core, body }) => {
		core.limits.set((body as { limits: LimitSettings | false }).limits);
		return { limits: core.limits.get() };
	},
	'GET faults': ({ core }) => ({
		faults: core.faults.list(),
		schedule: core.faults.scheduled() ?? null,
	}),
	'POST faults': ({ core, body }) => ({ id: core.faults.add(body as FaultRule) }),
	'PUT schedule': ({ core, body }) => {
		const { seed, mix, maxPerRequest } = body as {
			seed: number;
			mix: ScheduledFault[];
			maxPerRequest?: number;
		};
		core.faults.seededSchedule(seed, mix, { maxPerRequest });
		return { schedule: core.faults.scheduled() };
	},
	'DELETE faults': ({ core, rest }) => {
		if (rest) core.faults.remove(Number(rest));
		else core.faults.clear();
		return { faults: core.faults.list() };
	},
	'GET webhook': ({ core }) => ({ webhook: core.webhook ?? null, templates: webhookTemplates }),
	'PUT webhook': ({ core, body }) => {
		core.webhook = body as WebhookSettings;
		return { webhook: core.webhook };
	},
	'POST webhooks': fireWebhook,
	'POST reset': ({ core }) => {
		core.reseed();
		core.log.reset();
		core.limits.reset();
		core.faults.clear();
		return { reset: true };
	},
};

function answer(response: ServerResponse, status: number, content: string, type: string): void {
	response.writeHead(status, {
		'content-type': `${type}; charset=utf-8`,
		'cache-control': 'no-store',
	});
	response.end(content);
}

/**
 * Whether a request may come from somebody else's web page. Since the admin API asks for no token, one with another
 * origin than its own, or by another host name than this machine's, is refused.
 */
function isForeign(request: IncomingMessage): boolean {
	const { origin, host = '' } = request.headers;
	return (
		!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host) ||
		(origin !== undefined && origin !== `http://${host}`)
	);
}

/**
 * Answers the page at `/` and the admin API under `/_simulated/`: JSON in and out, no token, not logged. An unknown
 * route gets 404, a request from a foreign web page 403, and what a route throws becomes a 400.
 *
 * @param core the simulated Pylon that is shown and changed
 * @param request whose path is `/` or begins with `/_simulated`
 * @param response gets the answer
 * @returns a promise that resolves once the answer is written
 * @throws the connection's error when it breaks while the body is read
 */
export async function handleAdminRequest(
	core: Core,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
	if (pathname === '/') {
		return answer(response, 200, readFileSync(join(__dirname, 'page.html'), 'utf8'), 'text/html');
	}
	const [, , name = '', rest = ''] = pathname.split('/');
	if (name === 'files' && request.method === 'GET')
		return sendFile(core, rest.split(/%2F/i)[0], searchParams, response);
	const route = ROUTES[`${request.method} ${name}`];
	const json = (status: number, value: unknown) =>
		answer(response, status, JSON.stringify(value), 'application/json');
	if (!route) return json(404, { error: `No ${request.method} ${pathname}` });
	if (isForeign(request))
		return json(403, { error: 'Only the page of the simulated Pylon itself may do this' });
	const { value: body, problem } = await parseBody(request);
	if (problem) return json(400, { error: problem });
	try {
		json(200, await route({ core, query: searchParams, body: body ?? {}, rest }));
	} catch (error) {
		const { message, cause } = error as Error;
		json(400, { error: cause instanceof Error ? `${message}: ${cause.message}` : message });
	}
}
