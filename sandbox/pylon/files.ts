import type { ServerResponse } from 'node:http';
import type { Core } from './core';

/**
 * Answers `GET /_simulated/files/{id}%2F{milliseconds}-{name}?Expires=…&Signature=…`, the addresses of uploaded files. Like the signed
 * addresses of the real one they ask for no token and expire: 403 then, 404 for a file that is gone.
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
	if (!query.get('Signature') || !(Number(query.get('Expires')) * 1000 > core.clock()))
		return refuse(403, 'Expired');
	const file = core.state.files.get(id);
	if (!file) return refuse(404, 'Gone');
	response.writeHead(200, {
		'content-type': file.type,
		'content-length': file.content.length,
		'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
	});
	response.end(file.content);
}
