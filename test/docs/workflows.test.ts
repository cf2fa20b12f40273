import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { VERSIONS } from '../versions/versions';
import { root, textOf } from './documents';

interface Step {
	uses?: string;
	run?: string;
	env?: Record<string, string>;
	with?: Record<string, unknown>;
}

interface Job {
	'runs-on': string;
	'timeout-minutes'?: number;
	permissions?: Record<string, string>;
	needs?: string;
	strategy?: { matrix: Record<string, Array<string | number>> };
	steps: Step[];
}

interface Workflow {
	name: string;
	on: Record<string, unknown>;
	permissions: Record<string, string>;
	jobs: Record<string, Job>;
}

const FOLDER = join('.github', 'workflows');

const names = readdirSync(join(root, FOLDER));

const workflows = new Map(
	names.map((name) => [name, parse(textOf(join(FOLDER, name))) as Workflow]),
);

const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };

const jobs = [...workflows].flatMap(([file, { jobs: all }]) =>
	Object.entries(all).map(([name, job]) => ({ place: `${file}: ${name}`, job })),
);

/** The commands of a job, once for each value of its matrix. */
function commandsOf({ strategy, steps }: Job): string[] {
	const filled = (text: string): string[] => {
		const [whole, name] = /\$\{\{ matrix\.(\w+) \}\}/.exec(text) ?? [];
		if (whole === undefined) return [text];
		return (strategy?.matrix[name] ?? []).flatMap((value) =>
			filled(text.replaceAll(whole, String(value))),
		);
	};
	return steps.flatMap(({ run }) => (run === undefined ? [] : filled(run)));
}

const commandsIn = (file: string) =>
	Object.values(workflows.get(file)?.jobs ?? {}).flatMap(commandsOf);

test('there is one for each purpose, and each can be read', () => {
	expect(names.sort()).toEqual(['ci.yml', 'codeql.yml', 'nightly.yml', 'publish.yml']);
	expect(workflows.get('ci.yml')?.on).toHaveProperty('pull_request');
	expect(workflows.get('nightly.yml')?.on).toHaveProperty('schedule');
	expect(workflows.get('publish.yml')?.on).toEqual({ push: { tags: ['v*.*.*'] } });
});

test.each(jobs)('$place has steps, and an end', ({ job }) => {
	expect(job['runs-on']).toBe('ubuntu-latest');
	expect(job['timeout-minutes']).toBeGreaterThan(0);
	expect(job.steps.length).toBeGreaterThan(0);
	for (const { uses, run } of job.steps) expect([uses, run].filter(Boolean)).toHaveLength(1);
});

test('each may read only, where a job does not say otherwise', () => {
	for (const { permissions } of workflows.values())
		expect(permissions).toEqual({ contents: 'read' });
});

test.each(jobs)('$place uses actions of a version', ({ job }) => {
	const used = job.steps.flatMap(({ uses }) => uses ?? []);
	const unpinned = used.filter(
		(name) => !/^[\w-]+\/[\w/-]+@(?:v\d+(?:\.\d+)*|[0-9a-f]{40})$/.test(name),
	);
	expect(unpinned).toEqual([]);
});

test.each(jobs)('$place runs scripts that are there', ({ job }) => {
	const commands = commandsOf(job).flatMap((run) => run.split('\n'));
	const missing = commands.flatMap((line) =>
		[...line.matchAll(/npm run ([\w:]+)/g)]
			.map(([, name]) => name)
			.filter((name) => !(name in scripts)),
	);
	const files = commands.flatMap((line) =>
		[...line.matchAll(/(?<![\w$.])((?:scripts|\.ci)\/[\w./-]+)/g)].map(([, path]) => path),
	);
	expect(missing).toEqual([]);
	expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([]);
	expect(commands.filter((line) => line.includes('${{ matrix.'))).toEqual([]);
});

test('a pull request is linted, built and tested on Node 20, 22 and 24, and end to end', () => {
	const { test: tests } = workflows.get('ci.yml')?.jobs ?? {};
	expect(tests.strategy?.matrix.node).toEqual([20, 22, 24]);
	expect(commandsIn('ci.yml')).toEqual(
		expect.arrayContaining([
			'npm run lint',
			'npm run build',
			'npm test',
			'npm run test:e2e',
			'npm run verify',
		]),
	);
});

test('each night: versions, queue, longer property tests, and the examples in every version but the newest', () => {
	expect(commandsIn('nightly.yml')).toEqual(
		expect.arrayContaining(['npm run test:versions', 'npm run test:queue', 'npm run test:soak']),
	);
	const { examples } = workflows.get('nightly.yml')?.jobs ?? {};
	expect(examples.strategy?.matrix.n8n).toEqual(VERSIONS.slice(0, -1).map(({ name }) => name));
	expect(examples.steps.at(-1)?.env).toEqual({ PYLON_N8N: '${{ matrix.n8n }}' });
	expect(textOf('test/e2e/support/examples.ts')).toContain('process.env.PYLON_N8N');
});

test('a runner is not root: what npm run test:queue would install as root is installed before', () => {
	const packages = [
		...textOf('sandbox/queue/programs.ts').matchAll(/=== undefined \? \['([\w-]+)'\]/g),
	].map(([, name]) => name);
	expect(packages.length).toBeGreaterThan(2);
	const [install] = commandsIn('nightly.yml').filter((run) => run.includes('apt-get install'));
	for (const name of packages) expect(install.split(/\s+/)).toContain(name);
});

describe('what is published', () => {
	const { check, publish } = workflows.get('publish.yml')?.jobs ?? {};

	test('has passed everything, and has the version of its tag', () => {
		expect(publish.needs).toBe('check');
		expect(commandsOf(check)).toContain('.ci/run');
		expect(commandsOf(check).some((run) => run.includes('$GITHUB_REF_NAME'))).toBe(true);
	});

	test('carries its provenance; nothing but publishing has the right to it', () => {
		expect(commandsOf(publish).at(-1)).toMatch(/npm publish .*--provenance/);
		expect(publish.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
		const others = jobs.filter(({ job }) => job !== publish);
		for (const { job } of others) expect(job.permissions ?? {}).not.toHaveProperty('id-token');
		const dangerous = /npm (?:test|run (?!build$))|\.ci\/run/;
		expect(commandsOf(publish).filter((run) => dangerous.test(run))).toEqual([]);
	});
});

test('Dependabot looks after every lock file, with n8n in a group of its own', () => {
	const { updates } = parse(textOf('.github/dependabot.yml')) as {
		updates: Array<{
			'package-ecosystem': string;
			directory: string;
			groups: Record<string, { patterns: string[] }>;
		}>;
	};
	const npm = updates.filter((one) => one['package-ecosystem'] === 'npm');
	for (const { directory } of npm)
		expect(existsSync(join(root, directory, 'package-lock.json'))).toBe(true);
	expect(npm.map(({ directory }) => directory)).toEqual(['/', '/sandbox/n8n', '/scripts/verify']);
	expect(npm[0].groups.n8n.patterns).toEqual(expect.arrayContaining(['n8n-core', 'n8n-workflow']));
	expect(updates.map((one) => one['package-ecosystem'])).toContain('github-actions');
});

describe('the forms', () => {
	const forms = readdirSync(join(root, '.github', 'ISSUE_TEMPLATE')).filter(
		(name) => name !== 'config.yml',
	);

	interface Form {
		name: string;
		description: string;
		body: Array<{
			type: string;
			id?: string;
			attributes: { label?: string; value?: string; options?: string[] };
		}>;
	}

	const read = (name: string) => parse(textOf(join('.github', 'ISSUE_TEMPLATE', name))) as Form;

	test.each(forms)('%s is one that GitHub takes', (name) => {
		const { name: title, description, body } = read(name);
		expect([title, description].every((text) => typeof text === 'string')).toBe(true);
		const ids = body.flatMap(({ id }) => id ?? []);
		expect(new Set(ids).size).toBe(ids.length);
		for (const { type, id, attributes } of body) {
			expect(['markdown', 'input', 'textarea', 'dropdown', 'checkboxes']).toContain(type);
			if (type === 'markdown') expect(attributes.value).toBeTruthy();
			else expect([id, attributes.label].every(Boolean)).toBe(true);
			if (type === 'dropdown') expect(attributes.options?.length).toBeGreaterThan(1);
		}
	});

	test('the one for what does not work asks for both versions and the request ID', () => {
		const ids = read('bug.yml').body.map(({ id }) => id);
		expect(ids).toEqual(expect.arrayContaining(['n8n-version', 'package-version', 'request-id']));
	});
});

test('Node: .nvmrc is one of the tested versions, and package.json asks for no more than the oldest of them', () => {
	const { engines } = JSON.parse(textOf('package.json')) as { engines: { node: string } };
	const tested = workflows.get('ci.yml')?.jobs.test.strategy?.matrix.node ?? [];
	expect(tested.map(String)).toContain(textOf('.nvmrc').trim());
	expect(engines.node).toMatch(new RegExp(`^>=${Math.min(...tested.map(Number))}\\.`));
});
