import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	watch,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { ensurePackages } from '../../../sandbox/n8n/install';

const SCRIPT = join(__dirname, '..', '..', '..', 'sandbox', 'n8n', 'packages.mjs');

let folder: string;
let source: string;
let cache: string;
const path = process.env.PATH;

/** An npm that notes that it was called, and installs a file; while there is a file `wait` it goes on until it is ended. */
const NPM = `#!${process.execPath}
const fs = require('node:fs');
fs.appendFileSync(process.env.CALLS, process.argv.slice(2).join(' ') + '\\n');
fs.mkdirSync('node_modules', { recursive: true });
if (fs.existsSync(process.env.CALLS + '.wait')) setInterval(() => undefined, 1000);
else fs.writeFileSync('node_modules/installed', '');
`;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-pylon-packages-'));
	source = join(folder, 'source');
	cache = join(folder, 'cache');
	mkdirSync(source);
	mkdirSync(join(folder, 'bin'));
	writeFileSync(join(folder, 'bin', 'npm'), NPM);
	chmodSync(join(folder, 'bin', 'npm'), 0o755);
	writeFileSync(join(source, 'package.json'), '{ "dependencies": { "n8n": "1.0.0" } }');
	writeFileSync(join(source, 'package-lock.json'), '{}');
	mkdirSync(cache);
	process.env.PATH = `${join(folder, 'bin')}${delimiter}${path}`;
	process.env.CALLS = join(folder, 'calls');
});

afterEach(() => {
	process.env.PATH = path;
	delete process.env.CALLS;
	rmSync(folder, { recursive: true, force: true });
});

const calls = () => readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n');

/** As `scripts/with-install.mjs` begins it. */
const begin = (): ChildProcess =>
	spawn(process.execPath, [SCRIPT, source, cache], { stdio: ['pipe', 'ignore', 'inherit'] });

async function untilCalled(): Promise<void> {
	const file = join(folder, 'calls');
	const watcher = watch(folder);
	while (!existsSync(file) || readFileSync(file, 'utf8') === '') await once(watcher, 'change');
	watcher.close();
}

test('what was begun ahead is installed once, also when it is wanted meanwhile', async () => {
	const ahead = begin();
	await untilCalled();
	const [installed] = await Promise.all([ensurePackages(source, cache, []), once(ahead, 'exit')]);
	expect(readdirSync(installed)).toEqual(
		expect.arrayContaining(['complete', 'node_modules', 'package.json']),
	);
	expect(calls()).toHaveLength(1);
	expect(calls()[0]).toMatch(/^ci --ignore-scripts /);
});

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('how far it is is noted meanwhile', async () => {
	writeFileSync(join(folder, 'calls.wait'), '');
	const ahead = begin();
	await untilCalled();
	const [name] = readdirSync(cache).filter((one) => !one.endsWith('.lock'));
	const watcher = watch(join(cache, name));
	const file = join(cache, name, 'share');
	const share = () => (existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0);
	while (share() === 0) await once(watcher, 'change');
	watcher.close();
	expect(share()).toBeLessThan(0.01);
	ahead.stdin?.end();
	await once(ahead, 'exit');
});

test.each<[string, (ahead: ChildProcess) => unknown]>([
	['Ctrl-C', (ahead) => ahead.kill('SIGINT')],
	['the end of what began it', (ahead) => ahead.stdin?.end()],
	['SIGTERM', (ahead) => ahead.kill('SIGTERM')],
])('%s leaves nothing that counts as installed, and the next run does it anew', async (_, end) => {
	writeFileSync(join(folder, 'calls.wait'), '');
	const ahead = begin();
	await untilCalled();
	end(ahead);
	await once(ahead, 'exit');
	expect(readdirSync(cache).filter((name) => existsSync(join(cache, name, 'complete')))).toEqual(
		[],
	);

	rmSync(join(folder, 'calls.wait'));
	const installed = await ensurePackages(source, cache, []);
	expect(existsSync(join(installed, 'node_modules', 'installed'))).toBe(true);
	expect(readdirSync(cache)).toEqual([installed.slice(cache.length + 1)]);
	expect(calls()).toHaveLength(2);
});

test('nothing is begun when an n8n of the same lock file is there', async () => {
	const n8n = join(cache, 'n8n-0123456789ab');
	mkdirSync(n8n);
	for (const [name, text] of [
		['complete', ''],
		['package-lock.json', '{}'],
	])
		writeFileSync(join(n8n, name), text);
	await once(begin(), 'exit');
	expect(existsSync(join(folder, 'calls'))).toBe(false);
	expect(readdirSync(cache)).toEqual(['n8n-0123456789ab']);
});

test('what npm says is in the error', async () => {
	writeFileSync(join(folder, 'bin', 'npm'), `#!/bin/sh\necho no space left; exit 1\n`);
	await expect(ensurePackages(source, cache, [])).rejects.toThrow(/no space left/);
	expect(readdirSync(cache).filter((name) => name.endsWith('.lock'))).toEqual([]);
});
