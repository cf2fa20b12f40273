import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { toUrl } from '../../parameters/texts/urls';
import { shown, wrongInput } from '../../parameters/values';
import { download, type Download } from '../../../shared/client/download';
import { beforeSending, type Handler } from '../../run/operationPlan';

const STANDARD_SIZE_MB = 50;
const BYTES_PER_MB = 1_000_000;

function wanted(context: IExecuteSingleFunctions): Download & { field: string } {
	const url = toUrl(context, context.getNodeParameter('fileUrl', ''), 'File URL');
	const options = context.getNodeParameter('options', {}) as Record<string, unknown>;
	const size = Number(options.largestSize ?? STANDARD_SIZE_MB);
	if (!(size > 0 && Number.isFinite(size))) {
		throw wrongInput(context, "'Largest Size (MB)' has to be a number above 0", `It is ${shown(options.largestSize)}. Change it under 'Options'.`);
	}
	const field = String(options.binaryPropertyName ?? 'data').trim();
	if (field === '') {
		throw wrongInput(context, "'Put Output File in Field' is empty", "Write the name of a field into it, for example data, or remove it under 'Options'.");
	}
	return {
		url,
		parameter: 'File URL',
		mostBytes: size * BYTES_PER_MB,
		sizeParameter: 'Largest Size (MB)',
		fileName: String(options.fileName ?? '').trim(),
		field,
	};
}

/** Refuses what cannot be fetched before any item of the run is. */
export const downloadable = beforeSending(function () {
	wanted(this);
});

/** Puts the file into an item of its own. */
export const downloadToItem: Handler = async ({ context }) => {
	const { field, ...file } = wanted(context);
	const binary = await download(context, file);
	return [
		{
			json: { fileName: binary.fileName, mimeType: binary.mimeType, fileSize: binary.bytes },
			binary: { [field]: binary },
		},
	];
};
