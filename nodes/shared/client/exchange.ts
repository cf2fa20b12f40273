import type { IAllExecuteFunctions, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import { clock } from './clock';
import type { Connection } from './connection';
import { RequestFailed, toFailure } from './failure';
import { onAbort } from './onAbort';
import { pathOf, type PylonRequest, type PylonResponse } from './pylonRequest';
import { HOSTS } from './region';

/** What applies to a request besides its content. */
export interface TransportOptions {
	/** How long the whole request may take. A form with files gets more time, in proportion to its size. */
	timeoutMs: number;
	proxy?: IHttpRequestOptions['proxy'];
	/** 'Ignore SSL Issues' of n8n's Request Options. */
	skipSslCertificateValidation?: boolean;
	/** Stops the request. */
	signal?: AbortSignal;
}

/** The part of the contexts of an item, a trigger and the editor that sends requests. */
export type RequestContext = Pick<IAllExecuteFunctions, 'helpers'>;

/** How many bytes even a slow connection sends in a millisecond (50 kB/s). */
const SLOWEST_UPLOAD = 50;

/** Stands for an answer that did not come in time, in the form that Node gives it. */
const TOO_SLOW = new RequestFailed({
	kind: 'network',
	code: 'ETIMEDOUT',
	text: 'No answer in time',
	whileConnecting: false,
});

function sizeOf(body: PylonRequest['body']): number {
	if (!(body instanceof FormData)) return 0;
	return [...body.values()].reduce(
		(sum, part) => sum + (typeof part === 'string' ? part.length : part.size),
		0,
	);
}

const unsafe = (setting: string, why: string): RequestFailed =>
	new RequestFailed({
		kind: 'refused',
		text: `'${setting}' cannot be used ${why}: somebody could read the API token on the way`,
	});

/** Somebody who may use a credential but not see it must not be able to read the token by a proxy of their own. */
function refuseUnsafeRoute(
	{ baseUrl }: Connection,
	{ proxy, skipSslCertificateValidation }: TransportOptions,
): void {
	const { host, protocol } = new URL(baseUrl);
	if (proxy !== undefined && protocol === 'http:')
		throw unsafe('Proxy', "with a 'Base URL' that begins with http://");
	if (!skipSslCertificateValidation) return;
	if (Object.values(HOSTS).some((one) => new URL(one).host === host))
		throw unsafe('Ignore SSL Issues', 'with the hosts of Pylon');
	if (proxy !== undefined) throw unsafe('Ignore SSL Issues', "together with 'Proxy'");
}

/**
 * Makes a signal that is aborted when one of two others is. (`AbortSignal.any` does the same, but in Node 20 such a signal
 * may be garbage-collected before its source fires.)
 * @param shared a signal that others may listen to as well; undefined is ignored
 * @param own a signal that nobody else listens to
 * @returns the new signal, and a function that stops following the others, to be called when the signal is no longer needed
 */
export function linkSignals(
	shared: AbortSignal | undefined,
	own?: AbortSignal,
): { signal: AbortSignal; release: () => void } {
	const controller = new AbortController();
	const abort = () => controller.abort();
	const releaseShared = onAbort(shared, abort);
	own?.addEventListener('abort', abort, { once: true });
	const release = () => {
		releaseShared();
		own?.removeEventListener('abort', abort);
	};
	return { signal: controller.signal, release };
}

function failed(
	error: unknown,
	cancel: AbortSignal | undefined,
	deadline: AbortSignal,
): RequestFailed {
	if (cancel?.aborted) return new RequestFailed({ kind: 'cancelled' });
	return deadline.aborted ? TOO_SLOW : new RequestFailed(toFailure(error));
}

/**
 * Sends one request by n8n's own means, so that authentication, proxy and allowed domains stay n8n's. n8n is told not to
 * throw for a status, since what it throws says less and differs between its versions (docs/n8n-internals.md).
 * @param context the context of the item, trigger or editor
 * @param connection where the request goes, and on whose behalf
 * @param request what is asked
 * @param options timeout, proxy, certificate checks and what stops the request
 * @returns the answer, whatever its status
 * @throws RequestFailed when no answer comes, or not in time, or when proxy and certificate checks would let somebody read the
 * token on the way
 */
export async function exchange(
	context: RequestContext,
	connection: Connection,
	request: PylonRequest,
	options: TransportOptions,
): Promise<PylonResponse> {
	refuseUnsafeRoute(connection, options);
	const { method = 'GET', query, body, arrayFormat } = request;
	const { timeoutMs, proxy, skipSslCertificateValidation } = options;
	// n8n's own timeout is only for silence: it would never give up on a server that sends a byte now and then.
	const deadline = clock.deadline(timeoutMs + sizeOf(body) / SLOWEST_UPLOAD);
	const { signal, release } = linkSignals(options.signal, deadline);
	// n8n replaces `abortSignal` by what this returns (n8n-core 1.122 to 2.41, `httpRequestWithAuthentication`).
	const scoped = Object.create(context, {
		getExecutionCancelSignal: { value: () => signal },
	}) as IAllExecuteFunctions;
	try {
		const response = (await context.helpers.httpRequestWithAuthentication.call(
			scoped,
			'pylonApi',
			{
				method,
				baseURL: connection.baseUrl,
				url: pathOf(request),
				qs: query,
				body,
				arrayFormat,
				json: true,
				timeout: timeoutMs,
				proxy,
				skipSslCertificateValidation,
				allowedDomains: connection.allowedDomains,
				abortSignal: signal,
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				// The token stays here; and a POST that follows a redirect becomes a GET, whose answer would pass for that of the POST.
				disableFollowRedirect: true,
			},
			// The credential has been read, once for all requests: n8n would ask its database for it each time.
			{
				credentialsDecrypted: {
					id: '',
					name: 'pylonApi',
					type: 'pylonApi',
					data: connection.credential,
				},
			},
		)) as IN8nHttpFullResponse;
		return {
			status: response.statusCode,
			headers: response.headers as PylonResponse['headers'],
			body: response.body,
		};
	} catch (error) {
		throw failed(error, options.signal, deadline);
	} finally {
		release();
	}
}
