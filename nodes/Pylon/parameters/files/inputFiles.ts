import type { IBinaryData, IExecuteSingleFunctions } from 'n8n-workflow';
import { isRecord } from '../../../shared/client/envelope';
import { isBlank, shown } from '../../../shared/input';
import { wrongInput } from '../values';

/** A file of the incoming item, ready for a form. */
export interface InputFile {
	content: Blob;
	name: string;
}

/** Code makes files that are none. */
const hasContent = (file: unknown): boolean => isRecord(file) && typeof file.data === 'string';

/**
 * Checks that the incoming item has a file.
 * @param context the item's context
 * @param name the field that should contain the file
 * @param displayName display name of the parameter that names the field
 * @throws NodeOperationError when the incoming item has no such file, or nothing is in it
 */
export function needInputFile(
	context: IExecuteSingleFunctions,
	name: string,
	displayName: string,
): void {
	const files = context.getInputData().binary ?? {};
	const there = Object.keys(files);
	if (there.includes(name)) {
		if (hasContent(files[name])) return;
		throw wrongInput(
			context,
			`The file '${name}' of the incoming item has no content`,
			`It is ${shown(files[name])}. Check the node that creates the file, or correct '${displayName}'.`,
		);
	}
	throw wrongInput(
		context,
		`The incoming item has no file '${name}'`,
		there.length === 0
			? `It has no files. Add a node before this one that reads the file, or correct '${displayName}'.`
			: `It has: ${there.join(', ')}. Correct '${displayName}'.`,
	);
}

/** File endings by the types that people attach most; programs choose by a file's ending how to read it. */
const ENDINGS = new Map([
	['application/gzip', 'gz'],
	['application/json', 'json'],
	['application/msword', 'doc'],
	['application/pdf', 'pdf'],
	['application/rtf', 'rtf'],
	['application/vnd.ms-excel', 'xls'],
	['application/vnd.openxmlformats-officedocument.presentationml.presentation', 'pptx'],
	['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
	['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
	['application/xml', 'xml'],
	['application/zip', 'zip'],
	['audio/mpeg', 'mp3'],
	['audio/wav', 'wav'],
	['image/gif', 'gif'],
	['image/jpeg', 'jpg'],
	['image/png', 'png'],
	['image/svg+xml', 'svg'],
	['image/webp', 'webp'],
	['message/rfc822', 'eml'],
	['text/calendar', 'ics'],
	['text/css', 'css'],
	['text/csv', 'csv'],
	['text/html', 'html'],
	['text/markdown', 'md'],
	['text/plain', 'txt'],
	['text/xml', 'xml'],
	['video/mp4', 'mp4'],
	['video/quicktime', 'mov'],
	['video/webm', 'webm'],
]);

/**
 * @param field the field that contains the file
 * @param mimeType the file's type, parameters included; code may leave it out
 * @param extension as n8n gives it; undefined where it gives none
 * @returns a name for a file without one, e.g. `data.pdf`
 */
export function nameFor(field: string, mimeType = '', extension?: string): string {
	const [type = ''] = mimeType.split(';');
	const ending = isBlank(extension)
		? ENDINGS.get(type.trim().toLowerCase())
		: extension.replace(/^\./, '');
	return ending === undefined ? field : `${field}.${ending}`;
}

/**
 * @param context the item's context
 * @param name the field that contains the file (see `needInputFile`)
 * @returns the file with all its bytes
 * @throws what n8n throws when it cannot read the file
 */
export async function readInputFile(
	{ helpers }: IExecuteSingleFunctions,
	name: string,
): Promise<InputFile> {
	const { fileName, fileExtension, mimeType }: Partial<IBinaryData> =
		helpers.assertBinaryData(name);
	const bytes = await helpers.getBinaryDataBuffer(name);
	return {
		content: new Blob([bytes], { type: mimeType }),
		name: isBlank(fileName) ? nameFor(name, mimeType, fileExtension) : fileName,
	};
}
