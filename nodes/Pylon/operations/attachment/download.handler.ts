import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { readNumber, readSwitch, readText, readUrl } from '../../../shared/input';
import { shown, wrongInput } from '../../parameters/values';
import { download } from '../../../shared/client/download';
import type { Download } from '../../../shared/client/downloadErrors';
import type { Handler, Step } from '../../run/operationPlan';

const STANDARD_SIZE_MB = 50;
const BYTES_PER_MB = 1_000_000;

/** Files of messages are on hosts below this one (assets.usepylon.com). */
const PYLONS_DOMAIN = 'usepylon.com';

function readSource(
	context: IExecuteSingleFunctions,
): Omit<Download, 'hosts'> & { field: string; onlyFromPylon: boolean } {
	const url = readUrl(context.getNodeParameter('fileUrl', ''), 'File URL');
	const options = context.getNodeParameter('options', {}) as Record<string, unknown>;
	const size =
		'largestSize' in options
			? readNumber(options.largestSize, 'Largest Size (MB)')
			: STANDARD_SIZE_MB;
	if (!(size > 0)) {
		throw wrongInput(
			context,
			"'Largest Size (MB)' has to be a number above 0",
			`It is ${shown(options.largestSize)}. Change it under 'Options'.`,
		);
	}
	const field =
		'binaryPropertyName' in options
			? readText(options.binaryPropertyName, 'Put Output File in Field')
			: 'data';
	return {
		url,
		parameter: 'File URL',
		mostBytes: size * BYTES_PER_MB,
		sizeParameter: 'Largest Size (MB)',
		fileName:
			'fileName' in options && options.fileName !== ''
				? readText(options.fileName, 'File Name')
				: '',
		hostsParameter: 'Only From Pylon',
		field,
		onlyFromPylon:
			'onlyFromPylon' in options ? readSwitch(options.onlyFromPylon, 'Only From Pylon') : true,
	};
}

/**
 * Checks what is to be fetched before anything of the run is.
 * @throws WrongInput when the URL or an option cannot be read; NodeOperationError when 'Largest Size (MB)' is not above 0
 */
export const downloadable: Step = function () {
	readSource(this);
};

/**
 * Fetches the file.
 * @param call the item's call
 * @returns an item of its own, with the file as binary data
 * @throws see `download`
 */
export const downloadToItem: Handler = async ({ context, baseUrl, budget }) => {
	const { field, onlyFromPylon, ...file } = readSource(context);
	const hosts = onlyFromPylon ? [PYLONS_DOMAIN, new URL(baseUrl).hostname] : undefined;
	const binary = await download(context, { ...file, hosts }, budget);
	return [
		{
			json: { fileName: binary.fileName, mimeType: binary.mimeType, fileSize: binary.bytes },
			binary: { [field]: binary },
		},
	];
};
