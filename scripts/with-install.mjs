// Runs a command of the project after installing what is missing, so that a fresh clone needs one command only.
// It may import nothing but Node itself: it runs before anything is installed.
import { spawn } from 'node:child_process';
import { existsSync, lstatSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const installed = join(root, 'node_modules', '.package-lock.json');
const lock = join(root, 'package-lock.json');

/** Runs a command to its end; signals go on to it, and this process waits for what it does about them. */
async function run(command, args) {
	const path = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`;
	const child = spawn(command, args, {
		cwd: root,
		stdio: 'inherit',
		env: { ...process.env, PATH: path },
	});
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

const [major] = process.versions.node.split('.');
if (Number(major) < 20) {
	console.error(`Node 20 or later is needed; this is ${process.version}.`);
	process.exit(1);
}

// A folder that is only linked here, as in a second worktree, belongs to somebody else: `npm ci` would empty it.
const isLinked =
	lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink() === true;

if (!isLinked && (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs)) {
	console.log('Installing the development packages (about a minute the first time) …');
	const status = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
	if (status !== 0) process.exit(status);
}

const [command, ...args] = process.argv.slice(2);
process.exit(await run(command, args));
