import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { npmEnvironment, runCommand } from '../../sandbox/n8n/command';
import { cacheFolder } from '../../sandbox/n8n/install';
import { withLock } from '../../sandbox/n8n/lock';
import type { Report } from '../../sandbox/n8n/progress';

/** What the scanner says about a folder. */
export interface ScanResult {
	passed: boolean;
	message?: string;
	details?: string;
}

/** The functions of n8n's scanner (`scanner/scanner.mjs`) that need no published package. */
export interface Scanner {
	version: string;
	/** Lints the files of a folder with n8n's rules; comments that switch a rule off do not count. */
	analyzePackage(folder: string, patterns?: string[]): Promise<ScanResult>;
	/** Which files of a repository it looks at. */
	SOURCE_FILE_PATTERNS: string[];
}

const MANIFEST = join(__dirname, 'package.json');
const LOCK = join(__dirname, 'package-lock.json');

/**
 * Loads n8n's scanner. It is installed once into the user's cache folder, from the lock file beside this file.
 *
 * @param report is told when it is being installed, or who is at it
 * @returns its version and functions
 * @throws Error with npm's words when it cannot be installed
 */
export async function loadScanner(report: Report): Promise<Scanner> {
	const hash = createHash('sha256').update(await readFile(LOCK));
	const cache = cacheFolder();
	const folder = join(cache, `scanner-${hash.digest('hex').slice(0, 12)}`);
	const done = join(folder, 'complete');
	await mkdir(cache, { recursive: true });
	await withLock(`${folder}.lock`, report, async () => {
		if (existsSync(done)) return;
		report('Installing n8n’s scanner (once) …');
		await rm(folder, { recursive: true, force: true });
		await mkdir(folder, { recursive: true });
		await copyFile(MANIFEST, join(folder, 'package.json'));
		await copyFile(LOCK, join(folder, 'package-lock.json'));
		await runCommand(
			'npm',
			['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
			{
				cwd: folder,
				env: npmEnvironment(),
				logFile: join(folder, 'install.log'),
			},
		);
		await writeFile(done, '');
	});
	const home = join(folder, 'node_modules', '@n8n', 'scan-community-package');
	const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as {
		version: string;
	};
	const scanner = (await import(pathToFileURL(join(home, 'scanner', 'scanner.mjs')).href)) as Omit<
		Scanner,
		'version'
	>;
	const { analyzePackage, SOURCE_FILE_PATTERNS } = scanner;
	return { version, analyzePackage, SOURCE_FILE_PATTERNS };
}
