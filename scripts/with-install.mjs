// Runs a command of the project after installing what is missing, so that a fresh clone needs one command only.
// It may import nothing but Node itself: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const installed = join(root, 'node_modules', '.package-lock.json');
const lock = join(root, 'package-lock.json');

function run(command, args) {
	const path = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`;
	const { status, signal, error } = spawnSync(command, args, {
		cwd: root,
		stdio: 'inherit',
		env: { ...process.env, PATH: path },
	});
	if (error) throw error;
	return signal ? 1 : status;
}

const [major] = process.versions.node.split('.');
if (Number(major) < 20) {
	console.error(`Node 20 or later is needed; this is ${process.version}.`);
	process.exit(1);
}

if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
	console.log('Installing the development packages (about a minute the first time) …');
	const status = run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
	if (status !== 0) process.exit(status ?? 1);
}

const [command, ...args] = process.argv.slice(2);
process.exit(run(command, args) ?? 1);
