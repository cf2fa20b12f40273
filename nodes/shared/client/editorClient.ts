import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { sendToPylon, type ClientOptions } from './client';
import { connectWithRetry } from './connectWithRetry';
import { isRecord } from './envelope';
import { LONGEST_MESSAGE } from './pylonApiError';
import { nextCursor } from './pages';
import type { PylonRequest } from './pylonRequest';
import { APPS, TOKEN_PAGE } from './region';
import { oneLine } from './response';
import { isUnknownRecord } from './unknownRecord';

/** What the editor asks for: one page of a list, or a record. */
export interface EditorRequest extends PylonRequest {
	/** Whether the answer is one record, so that a 404 means none. */
	one?: boolean;
}

/** One page of records; `cursor` leads to the next one. */
export interface EditorPage {
	records: IDataObject[];
	cursor?: string;
	/** Address of Pylon's app, where the records can be opened; undefined where the user has typed a base URL. */
	app?: string;
}

/** Somebody waits in front of a drop-down: an error is better than a minute's silence. */
const TIMEOUT_MS = 20_000;

/**
 * For waits because of Pylon's rate limits or n8n's database: five seconds, and what the client adds to the time that Pylon
 * asks for.
 */
const LONGEST_WAIT_MS = 5500;

/**
 * n8n's list of records takes these characters for the end of a sentence and replaces them by spaces (n8n-editor-ui 2.41,
 * `removeDuplicateTextFromErrorMessage`). In names of hosts and in IDs, the non-breaking hyphen stands in for them.
 */
const DASHES = /[-–—]/g;
const UNBROKEN_HYPHEN = '\u2011';

/** The address beside the menu's path helps nobody here, since it cannot be clicked. */
const ADDRESS_OF_TOKENS = ` (${TOKEN_PAGE})`;

/**
 * The editor shows only the message of an error, so the message has to say everything.
 * @param context the editor's context
 * @param error what was thrown while a list was filled
 * @returns an error whose message n8n shows as it is; anything but one of n8n's errors is returned as it came
 */
export function toListError(context: ILoadOptionsFunctions, error: unknown): unknown {
	if (!(error instanceof NodeApiError) && !(error instanceof NodeOperationError)) return error;
	const description = error.description ?? '';
	// The advice has to stay whole, so Pylon's own words are cut.
	const message = oneLine(
		error.message,
		LONGEST_MESSAGE - Math.min(description.length, LONGEST_MESSAGE / 2) - 2,
	);
	const sentence = description === '' || /[.!?…]$/.test(message) ? message : `${message}.`;
	const text = [sentence, description].filter((part) => part !== '').join(' ');
	const shown = oneLine(text.replaceAll(ADDRESS_OF_TOKENS, ''), LONGEST_MESSAGE).replace(
		DASHES,
		UNBROKEN_HYPHEN,
	);
	const told = new NodeOperationError(context.getNode(), shown);
	// n8n replaces a message with a code like ECONNRESET by a sentence of its own.
	told.message = shown;
	return told;
}

/**
 * The client for all that the editor shows (drop-downs, record pickers).
 * @param context the editor's context
 * @param request see `EditorRequest`
 * @returns the records of one page
 * @throws NodeOperationError whose message says what is wrong and what to do
 */
export async function askPylon(
	context: ILoadOptionsFunctions,
	{ one = false, ...request }: EditorRequest,
): Promise<EditorPage> {
	const scoped = Object.assign(Object.create(context) as ILoadOptionsFunctions, {
		getItemIndex: () => 0,
	});
	const budget = { waitMs: LONGEST_WAIT_MS, tries: 1 };
	try {
		const connection = await connectWithRetry(
			{
				getNode: () => context.getNode(),
				getItemIndex: () => 0,
				getCredentials: async <T extends object>(type: string) =>
					await context.getCredentials<T>(type),
			},
			{ ...budget, tries: 3 },
			{ from: 'editor' },
		);
		const options: ClientOptions = {
			context: scoped as ClientOptions['context'],
			connection,
			budget,
			transport: { timeoutMs: TIMEOUT_MS },
			from: 'editor',
		};
		const { body } = await sendToPylon(options, request, one ? 'record' : 'list');
		const app = connection.region === 'custom' ? {} : { app: APPS[connection.region] };
		if (one && isRecord(body.data)) return { records: [body.data], ...app };
		const cursor = nextCursor(body);
		return {
			...app,
			records: Array.isArray(body.data) ? (body.data as unknown[]).filter(isRecord) : [],
			...(cursor === undefined || cursor === '' ? {} : { cursor }),
		};
	} catch (error) {
		if (one && isUnknownRecord(error)) return { records: [] };
		throw toListError(context, error);
	}
}
