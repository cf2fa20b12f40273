import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type KeptProcess, startKept } from '../n8n/keptProcess';
import { freePort } from '../n8n/process';

const DEADLINE_MS = 30_000;
const POLL_MS = 100;

/** A path as nginx's settings take it, with spaces too. */
const quoted = (path: string): string => JSON.stringify(path);

/** An nginx on loopback that shares its requests between servers. */
export interface Nginx {
	url: string;
	stop(): Promise<void>;
}

/**
 * Starts nginx in front of servers.
 *
 * @param program path of nginx
 * @param folder for its settings and its temporary files; it is made
 * @param servers their URLs
 * @param method what nginx's `upstream` block says beside its servers, e.g. `hash $uri;`
 * @returns its address, which answers, and a function that ends it
 * @throws Error with nginx's words
 */
export async function startNginx(
	program: string,
	folder: string,
	servers: string[],
	method: string,
): Promise<Nginx> {
	await mkdir(folder);
	const port = await freePort();
	const upstream = servers.map((url) => `server ${new URL(url).host};`).join(' ');
	const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
		(what) => `${what}_temp_path ${quoted(join(folder, what))};`,
	);
	const config = [
		'daemon off;',
		`pid ${quoted(join(folder, 'pid'))};`,
		// Else its workers run as another user, who cannot write here.
		...(process.getuid?.() === 0 ? ['user root;'] : []),
		'events {}',
		'http {',
		'access_log off;',
		...temporary,
		`upstream n8n_webhooks { ${method} ${upstream} }`,
		`server { listen 127.0.0.1:${port}; location / { proxy_pass http://n8n_webhooks; } }`,
		'}',
	];
	const file = join(folder, 'nginx.conf');
	await writeFile(file, config.join('\n'));
	const kept = startKept(program, ['-e', 'stderr', '-c', file], {
		node: process.execPath,
		cwd: folder,
		env: { PATH: process.env.PATH },
	});
	const url = `http://127.0.0.1:${port}`;
	await ready(kept, url).catch(async (error: Error) => {
		await kept.stop();
		throw error;
	});
	return { url, stop: () => kept.stop() };
}

async function ready(kept: KeptProcess, url: string): Promise<void> {
	for (let left = DEADLINE_MS / POLL_MS; left > 0 && kept.ended() === undefined; left--) {
		const answers = await fetch(`${url}/healthz`).then(
			() => true,
			() => false,
		);
		if (answers) return;
		await delay(POLL_MS);
	}
	throw new Error(`nginx did not start.\n${kept.log(20)}`);
}
