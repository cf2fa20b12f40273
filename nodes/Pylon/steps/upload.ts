import { beforeSending } from '../transport/plan';
import { needInputFile, readInputFile } from './inputFiles';
import { wrongInput } from './values';

function toForm(body: unknown): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries((body ?? {}) as Record<string, unknown>)) {
		for (const one of Array.isArray(value) ? value : [value]) {
			if (one !== undefined && one !== null) form.append(name, String(one));
		}
	}
	return form;
}

/** A `preSend` for a multipart body without files of n8n: its fields become parts. To stand behind all other steps. */
export const bodyAsForm = beforeSending(function (request) {
	request.body = toForm(request.body);
});

/**
 * A `preSend` that puts files of the incoming item into a multipart body, where its other fields become parts too.
 * FormData keeps the bytes, so the transport can send the body again.
 * @param part name of the part in the API, e.g. `file`
 * @param parameter that names the binary field, or several separated by commas
 * @param displayName of that parameter
 */
export const filesInBody = (part: string, parameter: string, displayName: string) =>
	beforeSending(async function (request) {
		const names = String(this.getNodeParameter(parameter, '') ?? '')
			.split(',')
			.map((name) => name.trim())
			.filter((name) => name !== '');
		if (names.length === 0) {
			throw wrongInput(this, `'${displayName}' is empty`, `Write the name of the incoming item's file into '${displayName}', for example data.`);
		}
		const form = toForm(request.body);
		// All of them first: reading takes time, in which other items would be sent.
		for (const name of names) needInputFile(this, name, displayName);
		for (const name of names) {
			const file = await readInputFile(this, name);
			form.append(part, file.content, file.name);
		}
		request.body = form;
	});
