// Runs a command of the project after installing what is missing, so that a fresh clone needs one command only.
// It may import nothing but Node itself: it runs before anything is installed.
import { spawn } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writtenShare } from './writtenShare.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const installed = join(root, 'node_modules', '.package-lock.json');
const lock = join(root, 'package-lock.json');

/**
 * Runs a command to its end; signals go on to it, and this process waits for what it does about them.
 *
 * @param started is told its process id
 */
async function run(command, args, started = () => undefined) {
	const path = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`;
	const child = spawn(command, args, {
		cwd: root,
		stdio: 'inherit',
		env: { ...process.env, PATH: path },
	});
	started(child.pid);
	// A Ctrl-C in the terminal reaches the child by itself: it is only ignored here.
	process.on('SIGINT', () => undefined);
	process.on('SIGTERM', () => child.kill('SIGTERM'));
	// npm that is ended by a signal ends only the shell between us: whoever lost its parent ends too.
	const parent = process.ppid;
	setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 1000).unref();
	return await new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', (code) => resolve(code ?? 1));
	});
}

/** Below 0 when `one` is the older version. */
function compare(one, other) {
	const [a, b] = [one, other].map((version) => version.split('.').map(Number));
	const index = [0, 1, 2].find((place) => a[place] !== b[place]) ?? 0;
	return a[index] - b[index];
}

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

const least = readJson(join(root, 'package.json')).engines.node.replace('>=', '');
if (compare(process.versions.node, least) < 0) {
	console.error(`Node ${least} or later is needed; this is ${process.version}.`);
	process.exit(1);
}

/**
 * Whether the packages of the lock file are there. Git writes the lock file anew when a branch is changed, so its time alone
 * says nothing: without a network, another `npm ci` would leave nothing behind.
 */
function isInstalled() {
	if (!existsSync(installed)) return false;
	if (statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return true;
	const [wanted, found] = [lock, installed].map((file) => readJson(file).packages);
	// What is optional may be for another platform.
	const isThere = ([path, { version, optional }]) =>
		path === '' || (path in found ? found[path].version === version : optional === true);
	return (
		Object.entries(wanted).every(isThere) && Object.keys(found).every((path) => path in wanted)
	);
}

// A folder that is only linked here, as in a second worktree, belongs to somebody else: `npm ci` would empty it.
const isLinked =
	lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink() === true;

/** What starts the sandbox's n8n. */
const STARTS_N8N = [
	...['sandbox/start.ts', 'sandbox/dev.ts', 'sandbox/e2e.ts', 'bench/run.ts'],
	...['queue', 'security', 'soak'].map((tests) => `test/${tests}/run.ts`),
];

/**
 * The packages of the sandbox's n8n need none of ours: they are installed at the same time. `sandbox/n8n/install.ts` waits
 * for what is not there yet. Their input closes when this process ends, and they end with it.
 */
function beginN8n() {
	const sandbox = join(root, 'sandbox', 'n8n');
	const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'n8n-nodes-pylon');
	for (const args of [
		[sandbox, cache, '--omit=peer'],
		[join(sandbox, 'driver'), cache, '--omit=optional'],
	]) {
		const options = { stdio: ['pipe', 'ignore', 'ignore'], detached: true };
		spawn(process.execPath, [join(sandbox, 'packages.mjs'), ...args], options).unref();
	}
}

/** What npm writes for the development packages: 520 MB, and 300 MB into its cache. */
const DEVELOPMENT_BYTES = 820e6;

/** Before so much of it is there, nothing is reckoned from it. */
const LEAST_SHARE = 0.05;

/**
 * One line that says how long it takes: redrawn on a terminal, written once elsewhere.
 *
 * @param share measures how much of it is done, from 0 to 1, or undefined where that is not known
 * @returns a function that ends it
 */
function showProgress(what, usualSeconds, share) {
	const started = Date.now();
	const seconds = () => (Date.now() - started) / 1000;
	const finish = () => console.log(`${what}: done in ${Math.round(seconds())} s`);
	if (!process.stdout.isTTY) {
		console.log(`${what} (usually ${usualSeconds} s) …`);
		return finish;
	}
	const draw = () => {
		const done = share() ?? 0;
		const left = done < LEAST_SHARE ? usualSeconds - seconds() : (seconds() / done) * (1 - done);
		const words = left > 0 ? `about ${Math.ceil(left)} s left` : 'longer than usual';
		process.stdout.write(`\r\x1b[2K${what}: ${words}`);
	};
	draw();
	const timer = setInterval(draw, 1000);
	return () => {
		clearInterval(timer);
		process.stdout.write('\r\x1b[2K');
		finish();
	};
}

const [command, ...args] = process.argv.slice(2);

if (!isLinked && !isInstalled()) {
	if (args.some((arg) => STARTS_N8N.includes(arg))) beginN8n();
	let pid;
	const share = () => writtenShare(pid, DEVELOPMENT_BYTES);
	const finish = showProgress('Installing the development packages', 45, share);
	const options = ['--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
	const status = await run('npm', ['ci', ...options], (started) => {
		pid = started;
	});
	if (status !== 0) process.exit(status);
	finish();
}

process.exit(await run(command, args));
