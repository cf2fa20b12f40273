import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runFolder } from '../support/jest/runFolder';

const root = join(__dirname, '..', '..');

interface Lock {
	packages: Record<string, { version?: string }>;
}

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
const version = packages['node_modules/typescript'].version ?? '';

/** A clone of RetireJS with these vulnerabilities of one package. */
function cloneWith(...vulnerabilities: object[]): string {
	const clone = mkdtempSync(join(runFolder(), 'retire-'));
	mkdirSync(join(clone, 'repository'));
	const write = (name: string, list: object) =>
		writeFileSync(join(clone, 'repository', name), JSON.stringify(list));
	write('npmrepository.json', { typescript: { vulnerabilities } });
	write('jsrepository-v5.json', {});
	return clone;
}

/** The rows about the devDependencies. */
function rowsFor(...vulnerabilities: object[]): string[] {
	const script = join(root, 'scripts', 'ci', 'audit.mjs');
	const text = execFileSync(process.execPath, [script, '--retire', cloneWith(...vulnerabilities)], {
		cwd: root,
		encoding: 'utf8',
	});
	const [own] = text.slice(text.indexOf('### devDependencies')).split('### sandbox');
	return own.split('\n').filter((line) => line.startsWith('| typescript'));
}

const severity = 'high';
const identifiers = { githubID: 'GHSA-1', summary: 'Breaks | all' };

test('what is below the mended version is listed', () => {
	const below = '999.0.0';
	expect(rowsFor({ below, severity, identifiers })).toEqual([
		`| typescript ${version} | high | GHSA-1 Breaks \\| all | 999.0.0 |`,
	]);
});

test.each([
	['the mended version', { below: version }],
	['a later beginning', { atOrAbove: '999.0.0', below: '1000.0.0' }],
	['an exception', { below: '999.0.0', excludes: [version] }],
	['no version', {}],
])('%s is not', (_, vulnerability) => {
	expect(rowsFor({ ...vulnerability, severity, identifiers })).toEqual([]);
});
