import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

import { BinaryDataService } from 'n8n-core';
import type { IBinaryData } from 'n8n-workflow';

import { clock } from '../../../../nodes/shared/client/clock';
import { withLoopback } from '../../../support/loopback';
import { withPylon } from '../../../support/pylon';
import { errorOf, runPylon } from '../../shared/client/support/run';

const pylon = withPylon();
const CONTENT = Buffer.alloc(300_000, 7);

const SILENCE_MS = 60_000;

let folder: string;
let waits: number[];
const loopback = withLoopback();
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'pylon-storing-'));
	waits = [];
	// Nobody is silent in these tests, and nobody has to wait.
	jest.spyOn(clock, 'sleep').mockImplementation(async (ms, signal) => {
		if (ms > 0 && ms !== SILENCE_MS) waits.push(ms);
		await new Promise<void>((resolve) => {
			if (ms === SILENCE_MS) signal?.addEventListener('abort', () => resolve());
			else setImmediate(resolve);
		});
	});
});
afterEach(async () => {
	jest.restoreAllMocks();
	await rm(folder, { recursive: true });
});

const serve = async (
	handler: (request: IncomingMessage, response: ServerResponse) => void = (_, response) =>
		response.end(CONTENT),
) => {
	return await loopback.serve(handler);
};

/** In place of n8n's folder for files, of which the tests' engine has none; n8n writes streams the same way (`fs-byte-store.js`). */
const storedBy = (write: (body: Readable) => Promise<void>) =>
	jest
		.spyOn(BinaryDataService.prototype, 'store')
		.mockImplementation(async (_, body, binary): Promise<IBinaryData> => {
			await write(Buffer.isBuffer(body) ? Readable.from([body]) : body);
			return { ...binary, data: 'filesystem-v2', bytes: CONTENT.length };
		});

const failed = (code: string, text: string) =>
	Object.assign(new Error(`${code}: ${text}, write`), { code, syscall: 'write' });

const download = async (url: string, continueOnFail = false) =>
	await runPylon(
		pylon.credentials,
		{
			resource: 'attachment',
			operation: 'download',
			fileUrl: `${url}/a.bin`,
			requestOptions: { maxTries: 4 },
		},
		[{}],
		{ continueOnFail },
	);

test('a file goes onto the disk', async () => {
	const path = join(folder, 'a');
	storedBy(async (body) => await writeFile(path, body));
	const { items } = await download((await serve()).url);
	expect(items[0].json).toMatchObject({ fileName: 'a.bin', fileSize: CONTENT.length });
	expect((await readFile(path)).equals(CONTENT)).toBe(true);
});

const full = async (body: Readable) => {
	for await (const chunk of body) {
		if (chunk !== undefined) throw failed('ENOSPC', 'no space left on device');
	}
};

const troubles: Array<
	[name: string, write: (body: Readable) => Promise<void>, said: string, toDo: string]
> = [
	['a full disk', full, 'ENOSPC: no space left on device, write', 'Free up space on the disk'],
	[
		'a folder that is not there',
		async (body) => await writeFile(join(folder, 'none', 'a'), body),
		'ENOENT: no such file',
		'N8N_DEFAULT_BINARY_DATA_MODE',
	],
	[
		'a folder in the place of the file',
		async (body) => await writeFile(folder, body),
		'EISDIR',
		'N8N_DEFAULT_BINARY_DATA_MODE',
	],
	[
		'a folder that n8n may not write to',
		async () => await Promise.reject(failed('EACCES', 'permission denied')),
		'EACCES',
		'permission to write to the folder',
	],
	[
		'a store on another host that is away',
		async () => await Promise.reject(failed('ECONNREFUSED', 'connect')),
		'ECONNREFUSED',
		'N8N_DEFAULT_BINARY_DATA_MODE',
	],
	[
		'words without a code',
		async () => await Promise.reject(new Error('The bucket is gone')),
		'The bucket is gone',
		'N8N_DEFAULT_BINARY_DATA_MODE',
	],
];

test.each(troubles)(
	'%s is no failed request: told as it is, and not fetched again',
	async (_, write, said, toDo) => {
		storedBy(write);
		const { url, requests } = await serve();
		const { items, error } = await download(url);
		expect(items).toEqual([]);
		expect(error).toMatchObject({
			message: expect.stringMatching(/^n8n could not store the file \(.+\)$/),
			description: expect.stringContaining(toDo),
			context: { itemIndex: 0 },
		});
		expect(error?.message).toContain(said);
		expect(requests).toHaveLength(1);
		expect(waits).toEqual([]);
	},
);

test('with continue-on-fail the item says it', async () => {
	storedBy(full);
	const { items } = await download((await serve()).url, true);
	expect(errorOf(items[0])).toMatchObject({
		message: 'n8n could not store the file (ENOSPC: no space left on device, write)',
		description: expect.stringContaining('Free up space'),
	});
});

test('the other side hangs up when nothing is stored', async () => {
	storedBy(full);
	let hungUp = () => {};
	const closed = new Promise<void>((resolve) => {
		hungUp = resolve;
	});
	const { url } = await serve((_, response) => {
		response.on('close', hungUp);
		response.writeHead(200, { 'content-length': '2000000' });
		response.write(CONTENT);
	});
	expect((await download(url)).error?.message).toContain('n8n could not store the file');
	await closed;
});

test('a disk that says why only after it has hung up: the file is not fetched again', async () => {
	storedBy(async (body) => {
		await new Promise((resolve) => body.once('data', resolve));
		body.destroy();
		for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
		throw failed('ENOSPC', 'no space left on device');
	});
	const { url, requests } = await serve((_, response) => {
		response.writeHead(200, { 'content-length': '2000000' });
		response.write(CONTENT);
	});
	expect((await download(url)).error?.message).toContain('n8n could not store the file');
	expect(requests).toHaveLength(1);
});

test('a connection that breaks while the file goes onto the disk stays a failed request: fetched again', async () => {
	const path = join(folder, 'a');
	storedBy(async (body) => await writeFile(path, body));
	const { url, requests } = await serve((_, response) => {
		if (requests.length === 3) return void response.end(CONTENT);
		response.writeHead(200, { 'content-length': String(CONTENT.length) });
		response.write(CONTENT.subarray(0, 100_000), () => response.destroy());
	});
	const { items, error } = await download(url);
	expect(error).toBeUndefined();
	expect(items[0].json.fileSize).toBe(CONTENT.length);
	expect((await readFile(path)).equals(CONTENT)).toBe(true);
	expect(requests).toHaveLength(3);
	expect(waits).toHaveLength(2);
});

test("n8n's own limit for a silence is the other side's silence: fetched again", async () => {
	let isFirst = true;
	storedBy(async (body) => {
		if (isFirst) {
			isFirst = false;
			body.destroy();
			throw new Error('Response body timed out after 30000ms without data');
		}
		await writeFile(join(folder, 'a'), body);
	});
	const { url, requests } = await serve();
	const { error } = await download(url);
	expect(error).toBeUndefined();
	expect(requests).toHaveLength(2);
});
