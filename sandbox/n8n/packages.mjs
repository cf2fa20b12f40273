// Installs packages that the sandbox's n8n needs into the user's cache folder, each set of them once per lock file.
// It may import nothing but Node itself: `scripts/with-install.mjs` begins it while the development packages are still
// being installed.
//
//   node packages.mjs [--locked] SOURCE CACHE [option of npm ci …]    with --locked the caller holds the lock
//
// SOURCE holds a package.json and a package-lock.json, and CACHE is where `packages-<hash>` is made. The file `complete`
// in it is written last: what was interrupted is done anew. Until then the file `share` says how much is done, from 0 to 1.
// The package sqlite3 is built where it is all that SOURCE asks for.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	appendFileSync,
	copyFileSync,
	existsSync,
	mkdirSync,
	openSync,
	readFileSync,
	readdirSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { writtenShare } from '../../scripts/writtenShare.mjs';

const QUIET = ['--no-audit', '--no-fund', '--loglevel=error'];

/**
 * The driver is built with little optimization: at SQLite's usual -O3 the compiler takes three times as long, and the
 * sandbox's database is small.
 */
const COMPILER = { JOBS: 'max', CFLAGS: '-O1', CXXFLAGS: '-O1' };

/** What npm writes for n8n 2.41: 1.1 GB, and 0.5 GB into its cache. */
const N8N_BYTES = 1.6e9;

const SHARE_MS = 1000;

/** Where the packages of a lock file go. (`install.ts` has the same, since jest cannot load this file.) */
const folderFor = (source, cache) => {
	const hash = createHash('sha256').update(readFileSync(join(source, 'package-lock.json')));
	const name = hash.digest('hex').slice(0, 12);
	return join(cache, `packages-${name}-${process.platform}-${process.arch}`);
};

/** Whether an n8n of the same lock file is there already, where the packages have been moved to in the end. */
function isInUse(source, cache) {
	const lock = readFileSync(join(source, 'package-lock.json'), 'utf8');
	return readdirSync(cache).some((name) => {
		const folder = join(cache, name);
		return (
			name.startsWith('n8n-') &&
			existsSync(join(folder, 'complete')) &&
			readFileSync(join(folder, 'package-lock.json'), 'utf8') === lock
		);
	});
}

/** Ends the npm that runs when this process is to end, also when the one that started it was killed. */
function endWith(child) {
	const end = () => child.kill('SIGTERM');
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
	process.stdin.on('end', end).on('error', end).resume();
}

async function npm(args, folder, logFile) {
	const log = openSync(logFile, 'a');
	const child = spawn('npm', [...args, `--prefix=${folder}`, ...QUIET], {
		cwd: folder,
		env: { ...process.env, ...COMPILER },
		stdio: ['ignore', log, log],
	});
	endWith(child);
	const timer = setInterval(() => {
		const share = writtenShare(child.pid, N8N_BYTES);
		if (share !== undefined) writeFileSync(join(folder, 'share'), String(share));
	}, SHARE_MS);
	const code = await new Promise((resolve) => {
		child.once('error', (error) => {
			appendFileSync(logFile, `${error.message}\n`);
			resolve(1);
		});
		child.once('exit', (exitCode) => resolve(exitCode ?? 1));
	});
	clearInterval(timer);
	rmSync(join(folder, 'share'), { force: true });
	if (code !== 0) process.stderr.write(readFileSync(logFile, 'utf8'));
	return code;
}

async function install(source, folder, options) {
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	for (const name of ['package.json', 'package-lock.json'])
		copyFileSync(join(source, name), join(folder, name));
	const { dependencies } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
	const isDriver = Object.keys(dependencies).join() === 'sqlite3';
	const logFile = join(folder, 'install.log');
	// Without the install scripts: a Kafka driver among n8n's packages fetches a binary from the web and then fails to compile.
	const code = await npm(['ci', '--ignore-scripts', ...options], folder, logFile);
	if (code !== 0) return code;
	if (isDriver) {
		const built = await npm(['rebuild', 'sqlite3', '--ignore-scripts=false'], folder, logFile);
		if (built !== 0) return built;
	}
	writeFileSync(join(folder, 'complete'), '');
	return 0;
}

async function main() {
	const args = process.argv.slice(2);
	const locked = args[0] === '--locked';
	const [source, cache, ...options] = locked ? args.slice(1) : args;
	mkdirSync(cache, { recursive: true });
	const folder = folderFor(source, cache);
	const done = () => existsSync(join(folder, 'complete')) || isInUse(source, cache);
	if (locked) return await install(source, folder, options);
	const lock = `${folder}.lock`;
	if (done()) return 0;
	try {
		writeFileSync(lock, String(process.pid), { flag: 'wx' });
	} catch {
		return 0; // Another run is at it, or has died of it: `install.ts` sees to that.
	}
	try {
		return done() ? 0 : await install(source, folder, options);
	} finally {
		rmSync(lock, { force: true });
	}
}

process.exit(await main());
