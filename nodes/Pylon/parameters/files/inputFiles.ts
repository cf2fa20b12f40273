import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { wrongInput } from '../values';

/** A file of the incoming item, ready for a form. */
export interface InputFile {
	content: Blob;
	name: string;
}

/**
 * @param context of the item
 * @param name of a field that holds a file
 * @param displayName of the parameter that names it
 * @throws NodeOperationError when the incoming item has no such file
 */
export function needInputFile(context: IExecuteSingleFunctions, name: string, displayName: string): void {
	const there = Object.keys(context.getInputData().binary ?? {});
	if (there.includes(name)) return;
	throw wrongInput(
		context,
		`The incoming item has no file '${name}'`,
		there.length === 0
			? `It has no files at all. Put a node before this one that reads the file, or correct '${displayName}'.`
			: `It has: ${there.join(', ')}. Correct '${displayName}'.`,
	);
}

/**
 * @param context of the item
 * @param name of a field that holds a file (see `needInputFile`)
 * @returns the file with all its bytes
 * @throws what n8n throws when it cannot read the file
 */
export async function readInputFile({ helpers }: IExecuteSingleFunctions, name: string): Promise<InputFile> {
	const { fileName, mimeType } = helpers.assertBinaryData(name);
	const bytes = await helpers.getBinaryDataBuffer(name);
	return { content: new Blob([bytes], { type: mimeType }), name: fileName ?? name };
}
