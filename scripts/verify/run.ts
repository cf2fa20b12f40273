import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../sandbox/n8n/command';
import { packPackage } from '../../sandbox/n8n/pack';
import { loadScanner, type ScanResult } from './scanner';

const root = join(__dirname, '..', '..');

const say = (line: string) => console.log(line);

function tell(what: string, { passed, message, details }: ScanResult): boolean {
	say(`${passed ? 'passed' : 'NOT PASSED'}  ${what}${passed ? '' : `: ${message}`}`);
	if (!passed && details) say(details);
	return passed;
}

/**
 * `npm run verify`: does before publishing what n8n's scanner (`npx @n8n/scan-community-package`) does to a published
 * package. It runs the scanner's own functions on the sources, and on the package as `npm publish` would send it.
 * @returns the exit code: 0 when both pass, else 1
 */
async function main(): Promise<number> {
	const scanner = await loadScanner(say);
	say(`@n8n/scan-community-package ${scanner.version}`);
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-pylon-verify-'));
	try {
		const sources = tell(
			`the sources (${scanner.SOURCE_FILE_PATTERNS.join(', ')})`,
			await scanner.analyzePackage(root, scanner.SOURCE_FILE_PATTERNS),
		);
		const unpacked = join(folder, 'unpacked');
		await mkdir(unpacked);
		const tarball = await packPackage(root, folder, say);
		await runCommand('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1'], {
			cwd: folder,
			logFile: join(folder, 'tar.log'),
		});
		const packed = tell('the packed package', await scanner.analyzePackage(unpacked));
		say('Not checked: provenance, which only a version published by GitHub has.');
		return sources && packed ? 0 : 1;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

main().then(
	(code) => process.exit(code),
	(error: Error) => {
		console.error(error.message);
		process.exit(1);
	},
);
