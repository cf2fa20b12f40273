import { Script } from 'node:vm';
import { parse } from 'yaml';
import { withPylon } from '../support/pylon';
import { unsaidScripts, wrongInShell } from './commands';
import { codeBlocksOf, codeBlocksIn, documents, inlineCodeOf, textOf } from './documents';
import { evaluate } from './evaluate';

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

/** @returns what is wrong with the blocks of a document, and which of its fences are not of a block that is found */
function wrongIn(file: string, text: string): string[] {
	const blocks = codeBlocksIn(text, file);
	const fences = text.match(/^[ \t>]*(?:`{3,}|~{3,})/gm) ?? [];
	const unread =
		fences.length === 2 * blocks.length
			? []
			: [`${file}: a block is not read; begin it with three backticks and one word, and end it so`];
	const wrong = blocks
		.filter(({ notRun }) => notRun === undefined)
		.flatMap(({ place, language, code }) => {
			const check = CHECKS[language] as ((code: string) => string[]) | undefined;
			if (!check) return [`${place}: no test runs "${language}"`];
			return check(code).map((problem) => `${place}: ${problem}`);
		});
	return [...unread, ...wrong];
}

test('every block of code is run by a test, or says why it is not', () => {
	expect(documents.flatMap(codeBlocksOf).length).toBeGreaterThan(8);
	expect(documents.flatMap((file) => wrongIn(file, textOf(file)))).toEqual([]);
});

test('a mark belongs to a block', () => {
	const marks = documents.flatMap((file) => textOf(file).match(/^\s*<!-- not run/gm) ?? []);
	const marked = documents.flatMap(codeBlocksOf).filter(({ notRun }) => notRun !== undefined);
	expect(marked).toHaveLength(marks.length);
});

test('of every npm script it is said what runs it', () => {
	expect(unsaidScripts()).toEqual([]);
});

test('every command that the text names is run', () => {
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
		['', 'npm test'],
		['python', 'print(1)'],
		['sh copy', 'npm test'],
	])('a new block "%s" of %s is refused, unless it is marked', (language, code) => {
		const block = `\`\`\`${language}\n${code}\n\`\`\`\n`;
		expect(wrongIn('a.md', `# Title\n\n${block}`)).not.toEqual([]);
		if (/^\w*$/.test(language))
			expect(wrongIn('a.md', `# Title\n\n<!-- not run: why -->\n${block}`)).toEqual([]);
	});

	test.each(['~~~sh\nnpm test\n~~~\n', '> ```sh\n> npm test\n> ```\n', '```sh\nnpm test\n'])(
		'%j is not read as a block, and refused',
		(text) => expect(wrongIn('a.md', text)).not.toEqual([]),
	);

	test('a block that is run passes', () => {
		expect(wrongIn('a.md', '```sh\nnpm test\n```\n')).toEqual([]);
	});
});
