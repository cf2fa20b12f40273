import type { IncomingMessage } from 'node:http';
import type { Operation } from 'openapi-backend';
import type { UploadedFile } from './context';

/** A request's body, read and parsed as far as it can be. */
export interface ParsedBody {
	/** JSON value, form fields, or the raw text of anything else; undefined without a body. */
	value: unknown;
	files: UploadedFile[];
	/** Whether the body was a form. */
	isForm?: boolean;
	/** Whether it is JSON above the size that Pylon takes, which is not parsed. */
	isTooLarge?: boolean;
	/** Why the body could not be parsed. */
	problem?: string;
}

/** The largest JSON body that Pylon takes (openapi.yaml, `x-body-conventions`). Uploads have limits of their own. */
const MAX_JSON_BYTES = 10 * 1024 * 1024;

async function readAll(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}

/** Form fields by name (several of one name become an array); a file stands among them by its name. */
async function parseForm(content: Buffer, contentType: string): Promise<ParsedBody> {
	const form = await new Response(new Uint8Array(content), {
		headers: { 'content-type': contentType },
	}).formData();
	const value: Record<string, unknown> = {};
	const files: UploadedFile[] = [];
	for (const [field, entry] of form.entries()) {
		const text = typeof entry === 'string' ? entry : entry.name;
		if (typeof entry !== 'string') {
			files.push({
				field,
				name: entry.name,
				type: entry.type,
				content: new Uint8Array(await entry.arrayBuffer()),
			});
		}
		const earlier = value[field];
		if (earlier === undefined) value[field] = text;
		else value[field] = Array.isArray(earlier) ? [...earlier, text] : [earlier, text];
	}
	return { value, files, isForm: true };
}

/**
 * Reads a request's body and parses JSON and forms. What is wrong with the body is no error: `problem` and `isTooLarge`
 * tell.
 *
 * @param request not read yet; its `Content-Type` decides between a form and JSON
 * @returns the body as far as it could be parsed
 * @throws the connection's error when it breaks while the body is read
 */
export async function parseBody(request: IncomingMessage): Promise<ParsedBody> {
	const content = await readAll(request);
	if (content.length === 0) return { value: undefined, files: [] };
	const contentType = request.headers['content-type'] ?? '';
	try {
		if (contentType.startsWith('multipart/form-data')) return await parseForm(content, contentType);
		if (content.length > MAX_JSON_BYTES) return { value: undefined, files: [], isTooLarge: true };
		return { value: JSON.parse(content.toString('utf8')), files: [] };
	} catch (error) {
		return { value: content.toString('utf8'), files: [], problem: (error as Error).message };
	}
}

interface FormSchema {
	properties?: Record<string, { type?: string }>;
}

/**
 * Gives a form's fields the types that openapi.yaml declares: a list with one entry arrives like that entry alone.
 *
 * @param body as `parseBody` returns it
 * @param operation whose request body declares which fields are lists
 * @returns the body's value; that of a JSON body is returned as it is
 */
export function asDeclared(body: ParsedBody, operation: Operation): unknown {
	if (!body.isForm) return body.value;
	const declared = operation.requestBody as
		{ content?: Record<string, { schema?: FormSchema }> } | undefined;
	const properties = declared?.content?.['multipart/form-data']?.schema?.properties ?? {};
	return Object.fromEntries(
		Object.entries(body.value as Record<string, unknown>).map(([name, value]) => [
			name,
			properties[name]?.type === 'array' && !Array.isArray(value) ? [value] : value,
		]),
	);
}
