import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { readList } from '../../../shared/input';
import { inBody } from '../../parameters/texts/body';
import { wrongInput } from '../../parameters/values';
import { beforeSending } from '../../run/operationPlan';

/** Pylon takes at most this many per request (openapi.yaml, `uploadTrainingDataFiles`). */
const MOST_FILES = 10;

/** Counts the files that the user names; the parameter is `inputFiles` of `parameters/files/upload.ts`. */
const filesOf = (context: IExecuteSingleFunctions): number =>
	readList(context.getNodeParameter('binaryPropertyName', ''), 'Input Data Field Name').length;

/** For a list that has an entry for each file. */
export const onePerFile = inBody((value, displayName, context) => {
	const files = filesOf(context);
	const entries = readList(value, displayName, { aligned: true });
	if (entries.length === files && entries.every((entry) => entry !== '')) return entries;
	throw wrongInput(
		context,
		`'${displayName}' has to have one entry for each file`,
		`There are ${files} files in 'Input Data Field Name' and ${entries.filter((entry) => entry !== '').length} entries in '${displayName}'. Write them in the same order.`,
	);
});

/**
 * @param displayName display name of the parameter that names the files
 * @returns a `preSend` that runs before the files are read, and throws a NodeOperationError when there are more than Pylon
 * takes at once
 */
export const notTooManyFiles = (displayName: string) =>
	beforeSending(function () {
		const files = filesOf(this);
		if (files <= MOST_FILES) return;
		throw wrongInput(
			this,
			`'${displayName}' has more than ${MOST_FILES} files`,
			`Pylon accepts up to ${MOST_FILES} files at once. Send ${files} files in several runs of this node.`,
		);
	});
