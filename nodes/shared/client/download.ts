import type { IBinaryData, IDataObject, IN8nHttpFullResponse } from 'n8n-workflow';
import { clock } from './clock';
import { fileNameOf, headerOf } from './downloadFileName';
import { linkSignals } from './exchange';
import { RequestFailed, toFailure, type Failure } from './failure';
import { sendWithRetry, type RetryBudget } from './retry';
import {
	type Context,
	type Download,
	NotStored,
	OtherHost,
	SILENT,
	toDownloadError,
	TooLarge,
} from './downloadErrors';

type Streamed = Exclude<Parameters<Context['helpers']['prepareBinaryData']>[0], Buffer>;

/** Within this time, in milliseconds, the server has to begin, and then each time to send so many bytes (10 kB/s) or the end. */
const CHECK_EVERY_MS = 60_000;
const FEWEST_BYTES = 600_000;

const MOST_REDIRECTS = 5;

/** The type that the server gives; undefined where it says nothing, so that n8n goes by the file's name. */
function typeOf(headers: IDataObject): string | undefined {
	const [named = ''] = headerOf(headers, 'content-type').split(';');
	const type = named.trim().toLowerCase();
	return type === '' || type === 'application/octet-stream' || type === 'binary/octet-stream'
		? undefined
		: type;
}

/**
 * Closes the connection when too little comes. Since the size is limited, this limits the time of the whole download. n8n
 * itself watches a stream in some of its storage modes only, and only for silence.
 */
async function hangUpWhenSlow(line: AbortController, received: () => number): Promise<void> {
	for (let before = -FEWEST_BYTES; received() - before >= FEWEST_BYTES;) {
		before = received();
		await clock.sleep(CHECK_EVERY_MS, line.signal).catch(() => undefined);
		if (line.signal.aborted) return;
	}
	line.abort(SILENT);
}

/** n8n's own limit for silence where it keeps files in memory (n8n-core 2.41, `binary-buffer.js` of its network package). */
const SILENT_FOR_N8N = /^Response body timed out/;

interface Arriving {
	headers: IDataObject;
	body: Streamed;
	line: AbortController;
}

/** Tells a broken connection from a fault of n8n's storage: both come out of the same call. */
async function store(
	context: Context,
	source: Download,
	{ headers, body, line }: Arriving,
): Promise<IBinaryData> {
	let received = 0;
	let broken = false;
	// A store that gives up closes the connection too, and the stream reports an AbortError.
	body.on('error', ({ name }: Error) => {
		broken ||= name !== 'AbortError';
	});
	const counted = body.map((chunk: Uint8Array) => {
		received += chunk.length;
		if (received > source.mostBytes) throw new TooLarge();
		return chunk;
	});
	void hangUpWhenSlow(line, () => received);
	return await context.helpers
		.prepareBinaryData(counted, fileNameOf(source.fileName, source.url, headers), typeOf(headers))
		.catch((error: unknown) => {
			if (received > source.mostBytes) throw new TooLarge();
			if (broken || line.signal.aborted) throw new RequestFailed(toFailure(error));
			if (error instanceof Error && SILENT_FOR_N8N.test(error.message)) throw SILENT;
			throw new NotStored(error);
		});
}

const isBelow = (host: string, { hostname }: URL): boolean =>
	hostname === host || hostname.endsWith(`.${host}`);

function checkHost({ hosts }: Download, url: URL): void {
	if (hosts?.some((host) => isBelow(host, url)) === false) throw new OtherHost(url);
}

/** Where hosts are limited, follows redirects itself, since each address on the way has to be on one of them. */
async function open(
	context: Context,
	source: Download,
	signal: AbortSignal,
): Promise<IN8nHttpFullResponse> {
	let { url } = source;
	for (let redirects = 0; ; redirects++) {
		checkHost(source, url);
		// Without authentication: the token is for Pylon's API alone.
		const response = (await context.helpers
			.httpRequest({
				method: 'GET',
				url: url.href,
				encoding: 'stream',
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: source.hosts !== undefined,
				abortSignal: signal,
			})
			.catch((error: unknown) => {
				throw new RequestFailed(toFailure(error));
			})) as IN8nHttpFullResponse;
		const { statusCode, headers } = response;
		const location = headerOf(headers as IDataObject, 'location');
		const leadsOn = statusCode > 300 && statusCode < 400 && URL.canParse(location, url.href);
		if (!leadsOn || source.hosts === undefined || redirects >= MOST_REDIRECTS) return response;
		(response.body as unknown as Streamed).destroy();
		url = new URL(location, url);
	}
}

async function fetchOnce(
	context: Context,
	source: Download,
): Promise<{ file: IBinaryData; headers: IDataObject }> {
	const cancel = context.getExecutionCancelSignal();
	// Only this closes the connection: what n8n hands out is a stream around the answer, whose end does not reach it
	// before it is read (axios 1.x, `enforceMaxContentLength`).
	const line = new AbortController();
	const { signal: stop, release } = linkSignals(cancel);
	const hangUp = () => line.abort();
	stop.addEventListener('abort', hangUp, { once: true });
	const deadline = clock.deadline(CHECK_EVERY_MS);
	const tooLate = () => line.abort(SILENT);
	deadline.addEventListener('abort', tooLate, { once: true });
	try {
		const response = await open(context, source, line.signal);
		deadline.removeEventListener('abort', tooLate);
		const headers = response.headers as IDataObject;
		if (response.statusCode < 200 || response.statusCode > 299) {
			throw new RequestFailed({
				kind: 'http',
				status: response.statusCode,
				headers,
				otherBody: 'empty',
			});
		}
		if (Number(headerOf(headers, 'content-length')) > source.mostBytes) throw new TooLarge();
		const body = response.body as unknown as Streamed;
		return { file: await store(context, source, { headers, body, line }), headers };
	} catch (error) {
		if (line.signal.reason === SILENT) throw SILENT;
		throw cancel?.aborted ? new RequestFailed({ kind: 'cancelled' }) : error;
	} finally {
		release();
		deadline.removeEventListener('abort', tooLate);
		line.abort();
	}
}

/**
 * Fetches a file from an address that Pylon gave out into n8n's binary data, as a stream, and tries again where that may
 * help. The API token is not sent: files are on assets.usepylon.com (docs/pylon-api-notes.md#files).
 * @param context the item's context
 * @param source where the file is, and how large it may be
 * @param budget how long to wait and how often to try
 * @returns the file as n8n keeps it
 * @throws NodeApiError or NodeOperationError for the item when the file cannot be fetched or stored, or is too large
 */
export async function download(
	context: Context,
	source: Download,
	budget: RetryBudget,
): Promise<IBinaryData> {
	const { url } = source;
	let failure: Failure | undefined;
	try {
		const { file } = await sendWithRetry<{ file: IBinaryData }>({
			context,
			signal: context.getExecutionCancelSignal(),
			// A file is fetched without it.
			token: '',
			limit: `file ${url.host}`,
			budget,
			info: {
				method: 'GET',
				path: url.pathname,
				template: url.pathname,
				region: 'custom',
				baseUrl: url.origin,
				from: 'item',
				maybeProcessed: false,
			},
			send: async () =>
				await fetchOnce(context, source).catch((error: unknown) => {
					if (error instanceof RequestFailed) failure = error.failure;
					throw error;
				}),
		});
		return file;
	} catch (error) {
		throw toDownloadError(context, source, error, failure);
	}
}
