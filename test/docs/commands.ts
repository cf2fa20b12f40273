import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { nodeOperations } from '../../scripts/coverage/node';
import { root, textOf } from './documents';

const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };

const keys = nodeOperations.map(({ resource, operation }) => `${resource}.${operation}`);

/** What runs an npm script, or the code that it starts: a file, and what stands there. */
const RUN_BY: Record<string, [file: string, text: string]> = {
	'api:facts': ['test/nodes/shared/api/endpoints.test.ts', 'endpointsFile()'],
	'api:types': ['test/scripts/api/types.test.ts', 'typesFile()'],
	bench: ['.ci/run', 'npm run bench -- --smoke'],
	build: ['.ci/run', 'npm run build'],
	'check:operation': ['test/scripts/checkOperation.test.ts', 'problemsOf('],
	dev: ['test/e2e/dev.test.ts', 'startWatchingN8n('],
	'docs:agents': ['test/nodes/Pylon/aiTool/texts.test.ts', 'agentsDocument('],
	'docs:coverage': ['test/nodes/Pylon/coverage.test.ts', 'coverageDocument()'],
	'docs:pictures': ['.ci/run', 'npm run test:e2e'],
	'docs:readme': ['test/docs/readme.test.ts', 'withSections('],
	'docs:repository': ['test/docs/readme.test.ts', 'docs:repository'],
	lint: ['.ci/run', 'npm run lint'],
	live: ['test/scripts/live/settings.test.ts', 'main('],
	pylon: ['test/sandbox/pylon/cli.test.ts', 'sandbox/pylon/cli'],
	schemas: ['test/nodes/Pylon/schemas/files.test.ts', 'observer.schemaOf('],
	start: ['test/e2e/start.test.ts', "spawn('npm', ['start'"],
	test: ['.ci/run', 'npm test'],
	'test:coverage': ['.github/workflows/ci.yml', 'npm run test:coverage'],
	'test:e2e': ['.ci/run', 'npm run test:e2e'],
	'test:queue': ['.github/workflows/nightly.yml', 'test:queue'],
	'test:security': ['.github/workflows/nightly.yml', 'test:security'],
	'test:soak': ['.github/workflows/nightly.yml', 'test:soak'],
	'test:versions': ['.github/workflows/nightly.yml', 'test:versions'],
	verify: ['.ci/run', 'npm run verify'],
};

/** Scripts that nothing runs, and why. */
const NOT_RUN: Record<string, string> = {
	format: 'changes files; `npm run lint` runs Prettier with the same settings and only looks',
	release: 'pushes a tag',
};

/** @returns what is wrong with naming an npm script in a document */
function wrongWithScript(name: string): string | undefined {
	if (!(name in scripts)) return `no npm script ${name}`;
	if (name in NOT_RUN) return undefined;
	if (!(name in RUN_BY)) return `nothing runs "${name}": see ${__filename.slice(root.length + 1)}`;
	const [file, text] = RUN_BY[name];
	if (!existsSync(join(root, file))) return `no ${file}, which would run "${name}"`;
	return textOf(file).includes(text) ? undefined : `${file} does not run "${name}" ("${text}")`;
}

/** The commands that documents may name; each returns what is wrong, if anything. */
const COMMANDS: Array<[RegExp, (match: RegExpExecArray) => string | undefined]> = [
	[/^npm (start|test)\b/, ([, name]) => wrongWithScript(name)],
	[
		/^npm run check:operation ([\w.]+)$/,
		([, key]) => (keys.includes(key) ? wrongWithScript('check:operation') : `no operation ${key}`),
	],
	[/^npm run ([\w:]+)/, ([, name]) => wrongWithScript(name)],
	[
		/^npx jest (\S+)/,
		([, path]) => (existsSync(join(root, path)) ? undefined : `no such test: ${path}`),
	],
	[/^(\.ci\/\w+)$/, ([, path]) => (existsSync(join(root, path)) ? undefined : `no ${path}`)],
];

/**
 * @param code lines of a shell
 * @returns what is wrong with their commands; a command that nothing runs has to be marked as not run
 */
export function wrongInShell(code: string): string[] {
	const commands = code
		.split('\n')
		.map((line) => line.replace(/(^|\s)#.*$/, '').trim())
		.filter((line) => line !== '')
		.flatMap((line) => line.split(/\s*&&\s*/));
	return commands.flatMap((line) => {
		const command = line.replace(/^(?:[A-Z_]+=\S+ +)+/, '');
		for (const [pattern, check] of COMMANDS) {
			const match = pattern.exec(command);
			if (match) return check(match) ?? [];
		}
		return `no test runs "${command}"`;
	});
}

/** @returns the npm scripts of which it is not said what runs them, or why nothing does; and what is said of none */
export const unsaidScripts = (): string[] => {
	const said = [...Object.keys(RUN_BY), ...Object.keys(NOT_RUN)];
	const names = Object.keys(scripts);
	return [...names, ...said].filter((name) => !names.includes(name) || !said.includes(name));
};
