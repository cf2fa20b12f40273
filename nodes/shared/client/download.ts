import type { IBinaryData, IDataObject, IExecutePaginationFunctions, IN8nHttpFullResponse } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { sendUntilAnswered } from './retry';
import { clock } from './clock';
import { wordsForDownload, wordsForStoring, type Source } from './downloadTexts';
import { factsOfError } from './errors';
import { RequestFailed, toFailure, type Failure } from './failure';
import { runOf } from '../../Pylon/run/runState';

/** What to fetch, and the names of the parameters that a message may point to. */
export interface Download extends Source {
	/** Most bytes that are taken. */
	mostBytes: number;
	/** Display name of the parameter that sets them. */
	sizeParameter: string;
	/** What the file shall be called; empty for its own name. */
	fileName: string;
}

type Context = IExecutePaginationFunctions;
type Streamed = Exclude<Parameters<Context['helpers']['prepareBinaryData']>[0], Buffer>;

/** How long the other side may send nothing in the middle of a file, in milliseconds. */
const LONGEST_SILENCE_MS = 60_000;

/** Why the line was cut. */
const SILENT = new RequestFailed({ kind: 'network', code: 'ETIMEDOUT', text: 'No data came', whileConnecting: false });

function header(headers: IDataObject, name: string): string {
	const value = headers[name];
	return typeof value === 'string' ? value.trim() : '';
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** The name that the other side gives (RFC 6266), else the end of the address; never a path. */
function nameOf({ fileName, url }: Download, headers: IDataObject): string {
	const disposition = header(headers, 'content-disposition');
	const extended = /filename\*\s*=\s*(?:utf-8|iso-8859-1)?'[^']*'([^;]+)/i.exec(disposition)?.[1];
	const plain = /filename\s*=\s*(?:"([^"]*)"|([^;]+))/i.exec(disposition);
	const name = fileName || (extended && decoded(extended.trim())) || plain?.[1] || plain?.[2] || decoded(url.pathname);
	return name.trim().split(/[/\\]/).pop() || 'file';
}

/** The type that the other side names; undefined where that says nothing, so that n8n goes by the name. */
function typeOf(headers: IDataObject): string | undefined {
	const type = header(headers, 'content-type').split(';')[0].trim().toLowerCase();
	return type === '' || type === 'application/octet-stream' || type === 'binary/octet-stream' ? undefined : type;
}

/** Hangs up when nothing comes for too long; n8n itself watches over a stream in some of its storage modes only. */
async function hangUpWhenSilent(line: AbortController, received: () => number): Promise<void> {
	for (let before = -1; before !== received(); ) {
		before = received();
		await clock.sleep(LONGEST_SILENCE_MS, line.signal).catch(() => undefined);
		if (line.signal.aborted) return;
	}
	line.abort(SILENT);
}

/** Has neither code nor cause: what tries again must not take it for a failed request. Nor the next one. */
class TooLarge extends Error {}

/** n8n could not store the file. */
class NotStored extends Error {
	constructor(readonly reason: unknown) {
		super();
	}
}

/** n8n's own limit for a silence, where it keeps files in memory (n8n-core 2.41, `binary-buffer.js` of its network package). */
const SILENT_FOR_N8N = /^Response body timed out/;

interface Arriving {
	headers: IDataObject;
	body: Streamed;
	line: AbortController;
}

/** Tells what broke the line from what is wrong with n8n's store: both come out of the same call. */
async function store(context: Context, wanted: Download, { headers, body, line }: Arriving): Promise<IBinaryData> {
	let received = 0;
	let broken = false;
	// A store that gives up hangs up too, which the stream tells as an AbortError.
	body.on('error', ({ name }: Error) => {
		broken ||= name !== 'AbortError';
	});
	const counted = body.map((chunk: Uint8Array) => {
		received += chunk.length;
		if (received > wanted.mostBytes) throw new TooLarge();
		return chunk;
	});
	void hangUpWhenSilent(line, () => received);
	return await context.helpers.prepareBinaryData(counted, nameOf(wanted, headers), typeOf(headers)).catch((error: unknown) => {
		if (received > wanted.mostBytes) throw new TooLarge();
		if (broken || line.signal.aborted) throw error;
		if (error instanceof Error && SILENT_FOR_N8N.test(error.message)) throw SILENT;
		throw new NotStored(error);
	});
}

async function fetchOnce(context: Context, wanted: Download): Promise<{ file: IBinaryData; headers: IDataObject }> {
	const cancel = context.getExecutionCancelSignal();
	// Only this closes the connection: what n8n hands out is a stream around the answer, whose end does not reach it
	// before it is read (axios 1.x, `enforceMaxContentLength`).
	const line = new AbortController();
	const hangUp = () => line.abort();
	cancel?.addEventListener('abort', hangUp, { once: true });
	try {
		// Without authentication: the token is for Pylon's API alone.
		const response = (await context.helpers.httpRequest({
			method: 'GET',
			url: wanted.url.href,
			encoding: 'stream',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			abortSignal: line.signal,
		})) as IN8nHttpFullResponse;
		const headers = response.headers as IDataObject;
		const body = response.body as unknown as Streamed;
		if (response.statusCode < 200 || response.statusCode > 299) {
			throw new RequestFailed({ kind: 'http', status: response.statusCode, headers, otherBody: 'empty' });
		}
		if (Number(header(headers, 'content-length')) > wanted.mostBytes) throw new TooLarge();
		return { file: await store(context, wanted, { headers, body, line }), headers };
	} catch (error) {
		throw line.signal.reason === SILENT ? SILENT : error;
	} finally {
		cancel?.removeEventListener('abort', hangUp);
		line.abort();
	}
}

/**
 * Fetches a file from an address that Pylon gave out into n8n's binary data, as a stream, again where it may pass.
 * The API token is not sent: files live on assets.usepylon.com (docs/pylon-api-notes.md#files).
 * @param context of the item
 * @param wanted where from, and how large it may be
 * @returns the file as n8n keeps it
 * @throws NodeApiError or NodeOperationError for the item when it could not be fetched or stored, or is too large
 */
export async function download(context: Context, wanted: Download): Promise<IBinaryData> {
	const { maxTries, longestWaitMs } = runOf(context);
	const { url } = wanted;
	const isCancelled = () => context.getExecutionCancelSignal()?.aborted ?? false;
	let failure: Failure | undefined;
	try {
		const { file } = await sendUntilAnswered<{ file: IBinaryData }>({
			context,
			// A file is fetched without it.
			token: '',
			limit: `file ${url.host}`,
			allowance: { waitMs: longestWaitMs, tries: maxTries },
			asked: { method: 'GET', path: url.pathname, template: url.pathname, region: 'custom', baseUrl: url.origin, mayHaveHappened: false },
			send: async () =>
				await fetchOnce(context, wanted).catch((error: unknown) => {
					failure = toFailure(error, isCancelled());
					throw error;
				}),
			// Of deletes only.
			alreadyGone: () => {
				throw new RequestFailed({ kind: 'cancelled' });
			},
		});
		return file;
	} catch (error) {
		if (error instanceof TooLarge) {
			throw new NodeOperationError(context.getNode(), `The file is larger than '${wanted.sizeParameter}' allows`, {
				itemIndex: context.getItemIndex(),
				description: `It has more than ${wanted.mostBytes / 1_000_000} MB. Raise '${wanted.sizeParameter}' if this n8n has room for it.`,
			});
		}
		if (error instanceof NotStored) throw notStored(context, error);
		const known = error as NodeApiError;
		if (error instanceof NodeOperationError || known.context?.pylon === undefined || isCancelled()) throw asNodeError(context, error);
		const { message, description } = wordsForDownload(wanted, failure, factsOfError(error).status);
		if (message !== undefined) known.message = message;
		known.description = description;
		throw asNodeError(context, known);
	}
}

function notStored(context: Context, { reason }: NotStored): NodeApiError {
	const words = wordsForStoring(reason);
	// A NodeOperationError would become one of these; both put n8n's words in the place of a message with a code like
	// EACCES (n8n-core 2.41, `routing-node.js`; n8n-workflow 2.41, `setDescriptiveErrorMessage`).
	const error = new NodeApiError(context.getNode(), {}, { ...words, itemIndex: context.getItemIndex() });
	error.message = words.message;
	return error;
}

function asNodeError(context: Context, error: unknown): NodeOperationError | NodeApiError {
	if (error instanceof NodeOperationError || (error as Partial<NodeApiError>).context !== undefined) return error as NodeApiError;
	return new NodeOperationError(context.getNode(), error as Error, { itemIndex: context.getItemIndex() });
}
