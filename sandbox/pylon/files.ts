import type { ServerResponse } from 'node:http';
import type { Core } from './core';

/**
 * Answers `GET /_simulated/files/{id}%2F{milliseconds}-{name}?Expires=…&Signature=…`, the address of an uploaded file.
 * Like Pylon's signed addresses it asks for no token and expires (docs/pylon-api-notes.md#files). The answer is the
 * file, 403 for an address that has expired or is not signed, or 404 for a file that is gone; that Pylon has these
 * statuses is an assumption.
 *
 * @param core holds the files and the clock
 * @param id of the file
 * @param query `Expires` in seconds since 1970; any `Signature` is good
 * @param response ended here
 */
export function sendFile(
	core: Core,
	id: string,
	query: URLSearchParams,
	response: ServerResponse,
): void {
	const refuse = (status: number, text: string) => {
		response.writeHead(status, { 'content-type': 'text/plain' });
		response.end(text);
	};
	if (!query.get('Signature') || !(Number(query.get('Expires')) * 1000 > core.clock())) {
		refuse(403, 'Expired');
		return;
	}
	const file = core.state.files.get(id);
	if (!file) {
		refuse(404, 'Gone');
		return;
	}
	response.writeHead(200, {
		'content-type': file.type,
		'content-length': file.content.length,
		'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
	});
	response.end(file.content);
}
