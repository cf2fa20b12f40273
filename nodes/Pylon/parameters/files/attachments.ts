import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { addToError } from '../../../shared/client/errors';
import { parameterOnce } from '../../run/parameter';
import { beforeSending, type Call, type Handler } from '../../run/operationPlan';
import { needInputFile, readInputFile } from './inputFiles';
import { isBlankList, operationError, readList } from '../../../shared/input';
import { ifEmptyIn, nothingFor } from '../ifEmpty';
import { bodyOf } from '../values';

/** The parameter; its field is `parameters/files/attachmentsField.ts`. */
const PARAMETER = 'additionalFields.binaryPropertyNames';

const DISPLAY_NAME = 'Attachments (Input Data Field Names)';

function namedIn(context: IExecuteSingleFunctions): string[] {
	return readList(parameterOnce(context, PARAMETER), DISPLAY_NAME);
}

/** Refuses names of files that the incoming item does not have, before anything is sent. */
export const inputFilesExist = beforeSending(function () {
	if (isBlankList(parameterOnce(this, PARAMETER))) throw nothingFor(DISPLAY_NAME, ifEmptyIn(this));
	for (const name of namedIn(this)) needInputFile(this, name, DISPLAY_NAME);
});

const uploadedSo = (urls: string[]): string =>
	`Already uploaded: ${urls.join(' ')}. To avoid uploading them again, put these URLs into 'Attachment URLs' instead of '${DISPLAY_NAME}'.`;

/** Code that reads a file throws other errors. */
const isNodeError = (error: unknown): error is NodeApiError | NodeOperationError =>
	error instanceof NodeApiError || error instanceof NodeOperationError;

/**
 * Uploads one file: `POST /attachments` takes one in each request, and answers with its address (openapi.yaml,
 * `createAttachment`).
 */
async function upload({ context, sendForRecord }: Call, name: string): Promise<string> {
	const file = await readInputFile(context, name);
	const form = new FormData();
	form.append('file', file.content, file.name);
	const { url } = await sendForRecord({ method: 'POST', template: '/attachments', body: form });
	if (typeof url === 'string' && url !== '') return url;
	throw operationError(
		context,
		`Pylon accepted the file '${name}' but returned no URL for it`,
		'Without the URL it cannot be attached. Try again; if it happens again, report it to Pylon.',
	);
}

/**
 * Uploads the files that the item names in `binaryPropertyNames`, puts their addresses behind those of `attachment_urls`,
 * and sends the request that they belong to. Each file is uploaded once, and nothing is sent when one of the uploads fails.
 * @param call the item's call, whose body takes `attachment_urls`
 * @param send sends the request with that body; called once
 * @returns what `send` returns
 * @throws what the uploads and `send` throw, with the addresses of the files that have been uploaded by then
 */
export async function withAttachments<T>(call: Call, send: () => Promise<T>): Promise<T> {
	const { context } = call;
	// Where it was added and yields nothing, `inputFilesExist` has refused it.
	if (parameterOnce(context, PARAMETER) === null) return await send();
	const uploaded: string[] = [];
	try {
		for (const name of namedIn(context)) uploaded.push(await upload(call, name));
		const body = bodyOf(call.request);
		const others = (body.attachment_urls ?? []) as string[];
		if (uploaded.length > 0) body.attachment_urls = [...others, ...uploaded];
		return await send();
	} catch (error) {
		const nodeError = isNodeError(error)
			? error
			: new NodeOperationError(context.getNode(), error as Error, {
					itemIndex: context.getItemIndex(),
				});
		throw uploaded.length === 0
			? nodeError
			: addToError(nodeError, uploadedSo(uploaded), { uploadedUrls: uploaded });
	}
}

/**
 * Sends the operation's own request with its attachments.
 * @param call the item's call, whose body takes `attachment_urls`
 * @returns the records of Pylon's answer
 * @throws see `withAttachments`
 */
export const sendWithAttachments: Handler = async (call) =>
	await withAttachments(call, async () => await call.send(call.request));
