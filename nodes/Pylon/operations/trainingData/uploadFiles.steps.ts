import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { readList } from '../../../shared/input';
import { bodyOf, wrongInput } from '../../parameters/values';
import { beforeSending } from '../../run/operationPlan';

/** Pylon takes at most this many per request (openapi.yaml, `uploadTrainingDataFiles`). */
const MOST_FILES = 10;

function perFile(
	context: IExecuteSingleFunctions,
	value: unknown,
	displayName: string,
	files: number,
): string[] {
	const entries = readList(value, displayName, { aligned: true });
	if (entries.length === files && entries.every((entry) => entry !== '')) return entries;
	throw wrongInput(
		context,
		`'${displayName}' has to have one entry for each file`,
		`There are ${files} files in 'Input Data Field Name' and ${entries.filter((entry) => entry !== '').length} entries in '${displayName}'. Write them in the same order.`,
	);
}

/** Runs before the files are put into the body, while its lists are still as they were written. */
export const namesOfFiles = beforeSending(function (request) {
	const body = bodyOf(request);
	const files = readList(
		this.getNodeParameter('binaryPropertyName', ''),
		'Input Data Field Name',
	).length;
	if (files > MOST_FILES) {
		throw wrongInput(
			this,
			`'Input Data Field Name' names more than ${MOST_FILES} files`,
			`Pylon takes ${MOST_FILES} files at once. Send ${files} files in several runs of this node.`,
		);
	}
	for (const [property, displayName] of [
		['external_ids', 'External IDs'],
		['file_names', 'File Names'],
	]) {
		if (property in body) body[property] = perFile(this, body[property], displayName, files);
	}
});
