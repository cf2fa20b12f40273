import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { parse } from 'yaml';
import { nodeOperations } from '../../scripts/coverage/node';
import { repository } from '../../scripts/readme/repository';
import { withPylon } from '../support/pylon';
import { codeBlocksOf, documents, inlineCodeOf, root, textOf } from './documents';
import { evaluate } from './evaluate';

const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };

const keys = nodeOperations.map(({ resource, operation }) => `${resource}.${operation}`);

/** What of a command has to be there for it to run; each returns what is wrong, if anything. */
const COMMANDS: Array<[RegExp, (match: RegExpExecArray) => string | undefined]> = [
	[/^npm (?:start|test)\b/, () => undefined],
	[
		/^npm run check:operation ([\w.]+)$/,
		([, key]) => (keys.includes(key) ? undefined : `no operation ${key}`),
	],
	[/^npm run ([\w:]+)/, ([, name]) => (name in scripts ? undefined : `no npm script ${name}`)],
	[
		/^npx jest (\S+)/,
		([, path]) => (existsSync(join(root, path)) ? undefined : `no such test: ${path}`),
	],
	[
		/^git clone (\S+)$/,
		([, address]) => (address === `${repository}.git` ? undefined : `not ${repository}`),
	],
	[
		/^npm audit(?: --prefix (\S+))?$/,
		([, folder = '.']) =>
			existsSync(join(root, folder, 'package-lock.json')) ? undefined : `no lock file in ${folder}`,
	],
	[/^cd (\S+)$/, ([, folder]) => (repository.endsWith(`/${folder}`) ? undefined : 'not the clone')],
	[/^(\.ci\/\w+)$/, ([, path]) => (existsSync(join(root, path)) ? undefined : `no ${path}`)],
];

/** @returns what is wrong with the commands of a shell block; an unknown command has to be marked as not run */
function wrongInShell(code: string): string[] {
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

const thrownBy = (run: () => unknown): string[] => {
	try {
		run();
		return [];
	} catch (error) {
		return [(error as Error).message];
	}
};

/** By the language of a block: what is wrong with its code. */
const CHECKS: Record<string, (code: string) => string[]> = {
	json: (code) => thrownBy(() => JSON.parse(code)),
	yaml: (code) => thrownBy(() => parse(code)),
	sh: wrongInShell,
	js: (code) => thrownBy(() => new Script(`(async () => {${code}\n})`)),
	n8n: (code) =>
		code
			.trim()
			.split('\n')
			.flatMap((line) => thrownBy(() => evaluate(line))),
};

test('every block of code is run by a test, or says why it is not', () => {
	const blocks = documents.flatMap(codeBlocksOf);
	expect(blocks.length).toBeGreaterThan(8);
	const wrong = blocks
		.filter(({ notRun }) => notRun === undefined)
		.flatMap(({ place, language, code }) => {
			const check = CHECKS[language] as ((code: string) => string[]) | undefined;
			if (!check) return [`${place}: no test runs "${language}"`];
			return check(code).map((problem) => `${place}: ${problem}`);
		});
	expect(wrong).toEqual([]);
});

test('a mark belongs to a block', () => {
	const marks = documents.flatMap((file) => textOf(file).match(/^\s*<!-- not run/gm) ?? []);
	const marked = documents.flatMap(codeBlocksOf).filter(({ notRun }) => notRun !== undefined);
	expect(marked).toHaveLength(marks.length);
});

test('every command that the text names is there', () => {
	const wrong = documents.flatMap((file) =>
		inlineCodeOf(file)
			.filter(
				(code) =>
					/^(?:npm (?:start|test|run)|npx jest|\.ci\/)/.test(code) && !/[<…]|test\/path/.test(code),
			)
			.flatMap((code) => wrongInShell(code).map((problem) => `${file}: ${problem}`)),
	);
	expect(wrong).toEqual([]);
});

test("every expression that the text names can be evaluated; Pylon's own variables are no expressions", () => {
	const expressions = documents.flatMap((file) =>
		inlineCodeOf(file)
			.filter((code) => /^=?\{\{ .+ \}\}$/.test(code) && !code.includes('…'))
			.map((code) => ({ file, code })),
	);
	expect(expressions.length).toBeGreaterThan(1);
	const wrong = expressions.flatMap(({ file, code }) =>
		thrownBy(() => evaluate(code)).map((problem) => `${file}: ${code}: ${problem}`),
	);
	expect(wrong).toEqual([]);
});

test('every piece of JSON in the text can be read', () => {
	const wrong = documents.flatMap((file) =>
		inlineCodeOf(file)
			.filter((code) => /^[{[] ?"/.test(code) && code.includes('":') && !/[…?<]|\.\.\./.test(code))
			.flatMap((code) => thrownBy(() => JSON.parse(code)).map(() => `${file}: ${code}`)),
	);
	expect(wrong).toEqual([]);
});

describe("filters of Pylon's API", () => {
	const pylon = withPylon();

	test('the simulated Pylon takes those that the text shows', async () => {
		const filters = documents
			.flatMap(codeBlocksOf)
			.filter(({ language, code }) => language === 'json' && code.includes('"subfilters"'));
		expect(filters.length).toBeGreaterThan(0);
		const { url, tokens } = pylon.sim;
		for (const { place, code } of filters) {
			const response = await fetch(`${url}/issues/search`, {
				method: 'POST',
				headers: { authorization: `Bearer ${tokens.us}`, 'content-type': 'application/json' },
				body: JSON.stringify({ filter: JSON.parse(code) as unknown }),
			});
			expect({ place, status: response.status }).toEqual({ place, status: 200 });
		}
	});
});

describe('the checks themselves', () => {
	test.each([
		['json', '{ "a": 1, }'],
		['yaml', 'a: [1'],
		['sh', 'npm run no-such-script'],
		['sh', 'npm run build && npx jest test/none'],
		['sh', 'npm run check:operation issue.none'],
		['sh', 'git clone https://github.com/somebody/else.git'],
		['sh', 'rm -rf build'],
		['js', 'const a = ;'],
		['n8n', '{{ $json.none.at.all }}'],
		['n8n', '{{ $json. }}'],
	])('%s: %s is refused', (language, code) => {
		expect(CHECKS[language](code)).not.toEqual([]);
	});
});
