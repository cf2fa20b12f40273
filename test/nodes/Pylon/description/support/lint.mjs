// Lints texts as if they were files of the project: JSON on stdin, a list of { filePath, text }; on stdout, for each of them
// what ESLint found. A process of its own, since jest cannot load ESLint's configuration (an ES module).
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const eslint = new ESLint({
	// Rules that need types would have the whole project compiled, and find nothing in a literal.
	overrideConfig: {
		files: ['**/*.ts'],
		...tseslint.configs.disableTypeChecked,
		languageOptions: { parserOptions: { project: null, program: null, projectService: false } },
	},
});
const results = [];
for (const { filePath, text: source } of JSON.parse(await text(process.stdin))) {
	const [{ messages }] = await eslint.lintText(source, { filePath });
	results.push(messages.map(({ line, ruleId, message }) => ({ line, ruleId, message })));
}
process.stdout.write(JSON.stringify(results));
