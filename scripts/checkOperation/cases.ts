import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Subject } from './subject';

const ROOT = join(__dirname, '..', '..');
const FOLDER = 'test/nodes/Pylon/operations';

/** Tests that walk through all operations by themselves. */
export const GENERAL = [
	'test/nodes/Pylon/coverage.test.ts',
	'test/nodes/Pylon/operations/issueParts.test.ts',
	'test/nodes/Pylon/records/simplified.test.ts',
	'test/nodes/Pylon/schemas/files.test.ts',
	'test/nodes/Pylon/values/matrix.test.ts',
	'test/sandbox/pylon/recorded.test.ts',
];

/** The titles under which `describeOperations` (test/support/operations.ts) tests an operation. */
const TITLES = ['the least input', 'every field', 'a wrong value'];

/**
 * @param subject the operation; its value and its resource are looked for
 * @param folder of the tests
 * @returns test files that may have the operation's cases, as paths from the project's folder
 */
export function filesWithCases(
	{ resource, operation }: Subject,
	folder = join(ROOT, FOLDER),
): string[] {
	const entry = new RegExp(`^\\t${operation.value}: `, 'm');
	return readdirSync(folder)
		.filter((name) => name.endsWith('.test.ts'))
		.filter((name) => {
			const text = readFileSync(join(folder, name), 'utf8');
			return (
				text.includes('describeOperations(') &&
				entry.test(text) &&
				new RegExp(`\\b${resource.value}\\b`, 'i').test(text + name)
			);
		})
		.map((name) => `${FOLDER}/${name}`);
}

/** What jest reports of a run (`--json`), as far as it is read here. */
interface JestReport {
	testResults: Array<{
		name: string;
		message: string;
		assertionResults: Array<{
			fullName: string;
			title: string;
			status: string;
			failureMessages: string[];
		}>;
	}>;
}

const MOST_LINES = 14;
const MOST_CHARACTERS = 240;

/** The beginning of a long text, without the calls within jest and other packages: jest itself shows all of it. */
function beginning(text: string): string {
	const lines = text
		.trim()
		.split('\n')
		.filter((line) => !/^\s+at .*\bnode_modules\b/.test(line));
	const shown = lines
		.slice(0, MOST_LINES)
		.map((line) => (line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS)} …` : line));
	return [
		...shown,
		...(lines.length > MOST_LINES ? [`… ${lines.length - MOST_LINES} more lines`] : []),
	].join('\n');
}

/**
 * Finds what jest's report says against an operation: the tests that fail, and the kinds of cases that it does not
 * have.
 *
 * @param report of a run with `--json`
 * @param subject the operation
 * @returns one text for each problem, with the file; empty when there is none
 */
export function problemsIn(
	{ testResults }: JestReport,
	{ resource, operation }: Subject,
): string[] {
	const all = testResults.flatMap(({ assertionResults }) => assertionResults);
	const group = `${resource.name}: ${operation.name} `;
	const ran = all.filter(({ status }) => status === 'passed' || status === 'failed');
	const missing = TITLES.filter(
		(title) => !ran.some(({ fullName }) => fullName.startsWith(`${group}${title}`)),
	);
	return [
		...testResults
			.filter(({ assertionResults }) => assertionResults.length === 0)
			.map(
				({ name, message }) => `${relative(ROOT, name)} could not be run:\n${beginning(message)}`,
			),
		...testResults.flatMap(({ name, assertionResults }) =>
			assertionResults
				.filter(({ status }) => status === 'failed')
				.map(
					({ fullName, failureMessages }) =>
						`${relative(ROOT, name)}: ${fullName}\n${beginning(failureMessages.join('\n'))}`,
				),
		),
		...missing.map(
			(title) =>
				`There is no test "${group}${title}": add a case to describeOperations in ${FOLDER}.`,
		),
	];
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Runs the operation's cases, and those of the general tests that concern it.
 *
 * @param subject the operation
 * @returns what is wrong; empty when all pass
 * @throws Error with jest's words when it wrote no report
 */
export function runTests(subject: Subject): string[] {
	const { key, resource, operation } = subject;
	const files = filesWithCases(subject);
	if (files.length === 0) {
		return [
			`No file of ${FOLDER} has cases for it. Add \`${operation.value}: { least, all, wrong }\` to describeOperations of ${resource.name} there${resource.value === 'issue' ? ', and its name to support/issueParts.ts' : ''}.`,
		];
	}
	const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-pylon-check-'));
	try {
		const report = join(folder, 'report.json');
		const cases = `${escaped(resource.name)}: ${escaped(operation.name)} (${TITLES.join('|')})`;
		const names = `^(${cases}|${escaped(resource.name)}: every operation|every operation of an issue|.*\\b${escaped(key)}\\b|the description |.* (leaves out|takes over)\\b|.* recorded$)`;
		const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
		const args = [
			...files,
			...GENERAL,
			'--runInBand',
			'--selectProjects',
			'newest n8n',
			'--testNamePattern',
			names,
			'--json',
			'--outputFile',
			report,
		];
		const { stderr } = spawnSync(process.execPath, [jest, ...args], {
			cwd: ROOT,
			encoding: 'utf8',
			env: { ...process.env, FORCE_COLOR: '0' },
		});
		return problemsIn(readReport(report, stderr), subject);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function readReport(file: string, stderr: string): JestReport {
	try {
		return JSON.parse(readFileSync(file, 'utf8')) as JestReport;
	} catch {
		throw new Error(`jest did not come to an end:\n${stderr}`);
	}
}
