import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { sendToPylon, type ClientOptions } from './client';
import { connectWithRetry } from './connectWithRetry';
import { isRecord } from './envelope';
import { errorDetails, LONGEST_MESSAGE, PylonApiError } from './errors';
import { nextCursor } from './pages';
import type { PylonRequest } from './pylonRequest';
import { oneLine } from './response';

/** What the editor asks for: one page of a list, or a record. */
export interface EditorRequest extends PylonRequest {
	/** Whether the answer is one record, and a 404 stands for none. */
	one?: boolean;
}

/** One page of records; `cursor` leads to the next one. */
export interface EditorPage {
	records: IDataObject[];
	cursor?: string;
}

/** Somebody waits in front of a drop-down: better a sentence than a minute's silence. */
const TIMEOUT_MS = 20_000;

/** For Pylon's rate limits, or n8n's database. */
const LONGEST_WAIT_MS = 5000;

/** The editor shows the message of an error alone. */
function inOneMessage(context: ILoadOptionsFunctions, error: unknown): unknown {
	if (!(error instanceof PylonApiError) && !(error instanceof NodeOperationError)) return error;
	const { description } = error;
	if (!description) return error;
	// What to do has to stay: what Pylon says is cut.
	const message = oneLine(
		error.message,
		LONGEST_MESSAGE - Math.min(description.length, LONGEST_MESSAGE / 2) - 2,
	);
	return new NodeOperationError(
		context.getNode(),
		oneLine(`${message}${/[.!?…]$/.test(message) ? '' : '.'} ${description}`, LONGEST_MESSAGE),
		{ description },
	);
}

/**
 * The client for all that the editor shows (drop-downs, record pickers).
 * @param context of the editor
 * @param request see `EditorRequest`
 * @returns its records
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
		if (one && isRecord(body.data)) return { records: [body.data] };
		const cursor = nextCursor(body);
		return {
			records: Array.isArray(body.data) ? (body.data as unknown[]).filter(isRecord) : [],
			...(cursor === undefined || cursor === '' ? {} : { cursor }),
		};
	} catch (error) {
		if (one && errorDetails(error).status === 404) return { records: [] };
		throw inOneMessage(context, error);
	}
}
