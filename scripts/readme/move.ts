import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { slug } from './repository';

const root = join(__dirname, '..', '..');

/** Every text file that git knows and that may name the repository. */
function files(): string[] {
	const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
		cwd: root,
		encoding: 'utf8',
	});
	return listed
		.split('\n')
		.filter((name) => /(\.(md|json|ya?ml|ts|mjs|js)|CODEOWNERS)$/.test(name));
}

/**
 * `npm run docs:repository -- https://github.com/owner/name`: the project has moved. Writes the new address wherever the
 * old one of package.json stands.
 */
function main(address: string | undefined): void {
	const wanted = /^https:\/\/github\.com\/([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(
		address ?? '',
	)?.[1];
	if (wanted === undefined) {
		console.error('Usage: npm run docs:repository -- https://github.com/owner/name');
		process.exitCode = 2;
		return;
	}
	const [folder, newFolder] = [slug, wanted].map((one) => one.split('/')[1]);
	for (const name of files()) {
		const text = readFileSync(join(root, name), 'utf8');
		const moved = text
			.replaceAll(`github.com/${slug}`, `github.com/${wanted}`)
			.replaceAll(`raw.githubusercontent.com/${slug}`, `raw.githubusercontent.com/${wanted}`)
			// The folder that a reader enters after the clone.
			.replaceAll(new RegExp(`(^|&& )cd ${folder}$`, 'gm'), `$1cd ${newFolder}`);
		if (moved === text) continue;
		writeFileSync(join(root, name), moved);
		console.log(name);
	}
}

main(process.argv[2]);
