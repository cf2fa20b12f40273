import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileAt, manifest, repository, slug } from '../../scripts/readme/repository';
import { versionsTried, withSections } from '../../scripts/readme/sections';
import { anchorsOf, documents, root, textOf } from './documents';

const linksOf = (text: string): string[] =>
	[...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, address]) => address);

/** Every text file of the project, and its text; not what was installed or built. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
	cwd: root,
	encoding: 'utf8',
})
	.split('\n')
	.filter((name) => /\.(md|json|ya?ml|ts|mjs|js)$/.test(name) && existsSync(join(root, name)))
	.filter((name) => !name.endsWith('package-lock.json') && statSync(join(root, name)).isFile());

describe('README.md', () => {
	test('is short', () => {
		expect(textOf('README.md').split('\n').length).toBeLessThan(150);
	});

	test('is up to date (npm run docs:readme)', () => {
		expect(withSections(textOf('README.md'))).toBe(textOf('README.md'));
	});

	test('shows a picture and four workflows before anything has to be scrolled far', () => {
		const [first] = textOf('README.md').split('## Install');
		expect(first).toMatch(/!\[[^\]]+\]\(https:.*\.png\)/);
		expect(linksOf(first).filter((link) => /\/examples\/[\w-]+\.json$/.test(link))).toHaveLength(4);
		expect(first).toContain('no API token was available');
	});

	test('links every example, as npm shows it too', () => {
		const pages = readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.json'));
		const links = linksOf(textOf('README.md')).flatMap((link) => fileAt(link)?.path ?? []);
		const missing = pages.filter(
			(name) => !links.includes(`examples/${name.replace(/\.json$/, '.md')}`),
		);
		expect(missing).toEqual([]);
	});

	test('names the versions that the tests of versions are made for', () => {
		const { versions, no } = versionsTried();
		const folders = readdirSync(join(root, 'test', 'versions'))
			.filter((name) => name.startsWith('n8n-'))
			.map((name) => name.slice(4));
		const { dependencies } = JSON.parse(textOf('sandbox/n8n/package.json')) as {
			dependencies: { n8n: string };
		};
		const minor = (version: string) => version.split('.').slice(0, 2).join('.');
		expect(versions.map(minor).sort()).toEqual([...folders, dependencies.n8n].map(minor).sort());
		expect(no).toBe(0);
	});
});

test.each(['README.md', 'CHANGELOG.md'])('%s, which npm shows too, has absolute links', (file) => {
	const links = linksOf(textOf(file));
	expect(links.filter((link) => !link.startsWith('https://'))).toEqual([]);
});

describe('the address of the repository', () => {
	test('package.json says it in three places, all alike', () => {
		expect(repository).toMatch(/^https:\/\/github\.com\/[\w.-]+\/[\w.-]+$/);
		expect(manifest).toMatchObject({
			homepage: `${repository}#readme`,
			bugs: { url: `${repository}/issues` },
		});
	});

	test('no file names another one (npm run docs:repository changes them all)', () => {
		const name = slug.split('/')[1];
		const own = new RegExp(
			`(?:github|raw\\.githubusercontent)\\.com/([\\w.-]+/${name}(?:\\.git)?)(?![\\w-])`,
			'g',
		);
		const others = files.flatMap((file) =>
			[...readFileSync(join(root, file), 'utf8').matchAll(own)]
				.map(([, found]) => found.replace(/\.git$/, ''))
				.filter((found) => found !== slug)
				.map((found) => `${file}: ${found}`),
		);
		expect(others).toEqual([]);
	});

	test('what it is followed by is a file of the project, with that anchor', () => {
		const broken = files.flatMap((file) =>
			[...readFileSync(join(root, file), 'utf8').matchAll(/https:\/\/[\w./#%-]+/g)]
				.map(([address]) => address.replace(/[.,]$/, ''))
				.flatMap((address) => {
					const found = fileAt(address);
					if (!found) return [];
					if (!existsSync(join(root, found.path))) return [`${file}: no ${found.path}`];
					const { path, anchor } = found;
					return anchor === undefined || anchorsOf(path).includes(anchor)
						? []
						: [`${file}: no ${anchor} in ${path}`];
				}),
		);
		expect(broken).toEqual([]);
	});
});

test('every picture of docs/images is shown somewhere, and every picture that is shown is there', () => {
	const shown = documents.flatMap((file) =>
		[...textOf(file).matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, address]) => ({
			file,
			address,
			path: fileAt(address)?.path ?? join(file, '..', address),
		})),
	);
	expect(shown.filter(({ path }) => !existsSync(join(root, path)))).toEqual([]);
	const paths = new Set(shown.map(({ path }) => path));
	const unused = readdirSync(join(root, 'docs', 'images'), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.png'))
		.filter((name) => !paths.has(`docs/images/${name.replaceAll(sep, '/')}`));
	expect(unused).toEqual([]);
});

/** Those of the examples are taken by the examples' own tests. */
test('every picture of docs/images is taken by a test (npm run docs:pictures)', () => {
	const there = readdirSync(join(root, 'docs', 'images')).filter((name) => name.endsWith('.png'));
	const command = (JSON.parse(textOf('package.json')) as { scripts: Record<string, string> })
		.scripts['docs:pictures'];
	const tests = readdirSync(join(root, 'test', 'e2e')).filter((name) =>
		command.split(' ').includes(`test/e2e/${name}`),
	);
	const taken = tests.flatMap((test) =>
		[...textOf(`test/e2e/${test}`).matchAll(/[pP]icture\((?:page, )?'([\w-]+)'/g)].map(
			([, name]) => `${name}.png`,
		),
	);
	expect(there.sort()).toEqual(taken.sort());
});

test('docs/errors.md quotes what the nodes say', () => {
	const [, table] = textOf('docs/errors.md').split('| Part of the message | What to do |');
	const quoted = [...table.split('\n\n')[0].matchAll(/^\| ([^|-][^|]*?) \|/gm)].map(
		([, text]) => text,
	);
	expect(quoted.length).toBeGreaterThan(5);
	const sources = readdirSync(join(root, 'nodes'), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.ts'))
		.map((name) => textOf(join('nodes', name)))
		.join('\n');
	expect(quoted.filter((text) => !sources.includes(text))).toEqual([]);
});

test('docs/compared.md says how to check each of its claims', () => {
	const rows = [...textOf('docs/compared.md').matchAll(/^\| (?!-)(.+) \|$/gm)].map(([, row]) =>
		row.split(' | ').map((cell) => cell.trim()),
	);
	expect(rows.length).toBeGreaterThan(10);
	const unchecked = rows.filter((cells) => cells.at(-1)?.replace(/\|$/, '').trim() === '');
	expect(unchecked).toEqual([]);
});

test('benchmarks that the documents name are there', () => {
	const named = documents.flatMap((file) =>
		[...textOf(file).matchAll(/npm run bench -- --only=(?!NAME)([\w,]+)/g)].flatMap(([, names]) =>
			names.split(','),
		),
	);
	expect(named.length).toBeGreaterThan(3);
	const source = textOf('bench/run.ts');
	expect(named.filter((name) => !new RegExp(`^\\t${name}: async`, 'm').test(source))).toEqual([]);
});
