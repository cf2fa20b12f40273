import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
	chmodSync,
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const SCRIPTS = join(__dirname, '..', '..', 'scripts');

let folder: string;
let root: string;

/** An npm that notes that it was called, and installs what the lock file says. */
const NPM = `#!${process.execPath}
const fs = require('node:fs');
fs.appendFileSync(process.env.CALLS, process.argv.slice(2).join(' ') + '\\n');
if (fs.existsSync(process.env.CALLS + '.fail')) process.exit(3);
fs.mkdirSync('node_modules', { recursive: true });
fs.copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
`;

const lock = (version: string, more: object = {}) =>
	JSON.stringify({
		packages: { '': { name: 'project' }, 'node_modules/one': { version }, ...more },
	});

const write = (name: string, text: string) => writeFileSync(join(root, name), text);

/** As git does when a branch is changed. */
const touch = (name: string, secondsAgo: number) => {
	const at = Date.now() / 1000 - secondsAgo;
	utimesSync(join(root, name), at, at);
};

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-pylon with (install) '));
	root = join(folder, 'project');
	for (const one of ['scripts', 'node_modules']) mkdirSync(join(root, one), { recursive: true });
	mkdirSync(join(folder, 'bin'));
	writeFileSync(join(folder, 'bin', 'npm'), NPM);
	chmodSync(join(folder, 'bin', 'npm'), 0o755);
	for (const name of ['with-install.mjs', 'writtenShare.mjs'])
		copyFileSync(join(SCRIPTS, name), join(root, 'scripts', name));
	write('package.json', JSON.stringify({ engines: { node: '>=20.19.0' } }));
	write('package-lock.json', lock('1.0.0'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const start = (script: string, args: string[] = []) =>
	spawn(
		process.execPath,
		[join(root, 'scripts', 'with-install.mjs'), process.execPath, '-e', script, ...args],
		{
			env: {
				...process.env,
				PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}`,
				CALLS: join(folder, 'calls'),
			},
			stdio: ['ignore', 'pipe', 'pipe'],
		},
	);

async function run(script = "console.log('ran')") {
	const child = start(script);
	let output = '';
	for (const stream of [child.stdout, child.stderr])
		stream.setEncoding('utf8').on('data', (text: string) => (output += text));
	const [code] = (await once(child, 'close')) as [number | null];
	const calls = join(folder, 'calls');
	return { code, output, npm: existsSync(calls) ? readFileSync(calls, 'utf8') : '' };
}

test('what is missing is installed, then the command runs, in the folder of the project', async () => {
	const first = await run('console.log(process.cwd())');
	expect(first).toMatchObject({ code: 0, npm: expect.stringMatching(/^ci .*\n$/) });
	expect(first.output.trim().split('\n').at(-1)).toBe(root);
	expect((await run()).npm).toBe(first.npm);
});

test('a lock file with other packages is installed anew', async () => {
	await run();
	write('package-lock.json', lock('1.1.0'));
	touch('node_modules/.package-lock.json', 10);
	expect((await run()).npm.trim().split('\n')).toHaveLength(2);
});

test.each<[string, string, string]>([
	['with the same packages', lock('1.0.0'), lock('1.0.0')],
	[
		'with one for another platform',
		lock('1.0.0', { 'node_modules/two': { version: '2.0.0', optional: true } }),
		lock('1.0.0'),
	],
])('a lock file that git has only written anew, %s, is not installed', async (_, wanted, found) => {
	write('package-lock.json', wanted);
	write('node_modules/.package-lock.json', found);
	touch('node_modules/.package-lock.json', 10);
	expect(await run()).toEqual({ code: 0, output: 'ran\n', npm: '' });
});

test.each<[string, string, string]>([
	[
		'a package is missing',
		lock('1.0.0', { 'node_modules/two': { version: '2.0.0' } }),
		lock('1.0.0'),
	],
	[
		'there is one too many',
		lock('1.0.0'),
		lock('1.0.0', { 'node_modules/two': { version: '2.0.0' } }),
	],
])('%s: it is installed anew', async (_, wanted, found) => {
	write('package-lock.json', wanted);
	write('node_modules/.package-lock.json', found);
	touch('node_modules/.package-lock.json', 10);
	expect((await run()).npm).toMatch(/^ci /);
});

test('packages that are only linked here are left alone', async () => {
	rmSync(join(root, 'node_modules'), { recursive: true });
	mkdirSync(join(folder, 'others'));
	symlinkSync(join(folder, 'others'), join(root, 'node_modules'));
	expect(await run()).toEqual({ code: 0, output: 'ran\n', npm: '' });
});

test('where npm fails, the command does not run, and its exit code stays', async () => {
	writeFileSync(join(folder, 'calls.fail'), '');
	const { code, output } = await run();
	expect([code, output]).toEqual([3, expect.not.stringContaining('ran')]);
});

test('the exit code of the command stays', async () => {
	expect((await run('process.exit(7)')).code).toBe(7);
});

test('an older Node than package.json names is refused, before anything is installed', async () => {
	write('package.json', JSON.stringify({ engines: { node: '>=999.1.2' } }));
	expect(await run()).toEqual({
		code: 1,
		output: `Node 999.1.2 or later is needed; this is ${process.version}.\n`,
		npm: '',
	});
});

test('SIGTERM goes on to the command, which is waited for', async () => {
	const child = start(
		"process.on('SIGTERM', () => { console.log('ended'); process.exit(5); }); setInterval(() => undefined, 1e6); console.log('runs')",
	);
	let output = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		output += text;
		if (text.includes('runs')) child.kill('SIGTERM');
	});
	const [code] = (await once(child, 'close')) as [number];
	expect([code, output.includes('ended')]).toEqual([5, true]);
});
