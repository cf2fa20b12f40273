import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

const root = join(__dirname, '..', '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** Paths in the text: names in backticks that begin with a folder of the project. */
const pathsIn = (text: string) =>
	[...text.matchAll(/`((?:nodes|credentials|sandbox|scripts|test|bench|docs)\/[^`\s]*)`/g)].map(
		([, path]) => path,
	);

test.each(['docs/ARCHITECTURE.md', 'CONTRIBUTING.md'])('what %s names is there', (document) => {
	const named = pathsIn(read(document)).filter((path) => !/[<*]/.test(path));
	expect(named.length).toBeGreaterThan(5);
	expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

/** There, a file has only as much of its path as it takes to find it. */
test('what docs/n8n-internals.md names is there', () => {
	const files = ['nodes', 'credentials', 'sandbox', 'scripts', 'test'].flatMap((folder) =>
		readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
			(file) => `/${folder}/${file.replaceAll(sep, '/')}`,
		),
	);
	const named = [...read('docs/n8n-internals.md').matchAll(/`([\w./]+\.ts)`/g)].map(
		([, name]) => name,
	);
	expect(named.length).toBeGreaterThan(50);
	expect(named.filter((name) => !files.some((file) => file.endsWith(`/${name}`)))).toEqual([]);
});

test('the commands that they name are there', () => {
	const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
	const named = ['docs/ARCHITECTURE.md', 'CONTRIBUTING.md'].flatMap((document) =>
		[...read(document).matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name),
	);
	expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
});

test('docs/ARCHITECTURE.md lists every file that keeps something beyond a call, and no other', () => {
	const [, state] = read('docs/ARCHITECTURE.md').split('## State');
	const files = readdirSync(join(root, 'nodes'), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts'))
		.map((file) => `nodes/${file.replaceAll(sep, '/')}`);
	const keeping = files.filter((file) =>
		/^(const \w+ = new (Weak)?Map(<[^(]*>)?\(\);|export interface \w+Memory )/m.test(read(file)),
	);
	expect([...new Set(pathsIn(state))].sort()).toEqual(keeping.sort());
});
