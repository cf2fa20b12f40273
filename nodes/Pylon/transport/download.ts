import type { IBinaryData, IDataObject, IExecutePaginationFunctions, IN8nHttpFullResponse, NodeApiError } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { sendUntilAnswered } from './attempts';
import { clock } from './clock';
import type { Words } from './errorTexts';
import { factsOfError } from './errors';
import { RequestFailed } from './failure';
import { runOf } from './run';

/** What to fetch, and the names of the parameters that a message may point to. */
export interface Download {
	url: URL;
	/** Display name of the parameter that holds the address. */
	parameter: string;
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

/** A file that is gone and an address that has expired answer alike. */
const GONE = new Set([401, 403, 404, 410]);

function wordsFor({ parameter, url }: Download, status: number | undefined): Partial<Words> {
	if (status === undefined) return { description: `Check '${parameter}', and whether this n8n can reach ${url.host}.` };
	if (GONE.has(status)) {
		return {
			message: `There is no file at '${parameter}' any more, or the address has expired (status ${status})`,
			description: 'Addresses of files are valid for a while only. Read the message or voice call again right before this node, and use the address that it has then.',
		};
	}
	return {
		message: `${url.host} could not send the file (status ${status})`,
		description: `Try again in a few minutes. If it happens again, check '${parameter}'.`,
	};
}

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

/** Has neither code nor cause: what tries again must not take it for a failed request. */
class TooLarge extends Error {}

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
		let received = 0;
		const counted = body.map((chunk: Uint8Array) => {
			received += chunk.length;
			if (received > wanted.mostBytes) throw new TooLarge();
			return chunk;
		});
		void hangUpWhenSilent(line, () => received);
		return { file: await context.helpers.prepareBinaryData(counted, nameOf(wanted, headers), typeOf(headers)), headers };
	} catch (error) {
		throw line.signal.reason === SILENT ? SILENT : error;
	} finally {
		cancel?.removeEventListener('abort', hangUp);
		line.abort();
	}
}

/**
 * Fetches a file from an address that Pylon gave out into n8n's binary data, as a stream, again where it may pass.
 * The API token is not sent: files live on another host (notes on the API, section h: assets.usepylon.com).
 * @param context of the item
 * @param wanted where from, and how large it may be
 * @returns the file as n8n keeps it
 * @throws NodeApiError or NodeOperationError for the item when it could not be fetched or is too large
 */
export async function download(context: Context, wanted: Download): Promise<IBinaryData> {
	const { maxTries, longestWaitMs } = runOf(context);
	const { url } = wanted;
	try {
		const { file } = await sendUntilAnswered<{ file: IBinaryData }>({
			context,
			limit: `file ${url.host}`,
			allowance: { waitMs: longestWaitMs, tries: maxTries },
			asked: { method: 'GET', path: url.pathname, template: url.pathname, region: 'custom', baseUrl: url.origin, mayHaveHappened: false },
			send: async () => await fetchOnce(context, wanted),
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
		const known = error as NodeApiError;
		if (error instanceof NodeOperationError || known.context?.pylon === undefined) throw asNodeError(context, error);
		const { status, code } = factsOfError(error);
		if (status === undefined && code === undefined) throw asNodeError(context, error);
		const { message, description } = wordsFor(wanted, status);
		if (message !== undefined) known.message = message;
		known.description = description;
		throw asNodeError(context, known);
	}
}

function asNodeError(context: Context, error: unknown): NodeOperationError | NodeApiError {
	if (error instanceof NodeOperationError || (error as Partial<NodeApiError>).context !== undefined) return error as NodeApiError;
	return new NodeOperationError(context.getNode(), error as Error, { itemIndex: context.getItemIndex() });
}
