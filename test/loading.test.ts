import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { n8n } from '../package.json';

const root = join(__dirname, '..');

/** What n8n needs only when a node runs or somebody edits it (docs/ARCHITECTURE.md#what-is-loaded-when). */
const LOADED_WHEN_NEEDED = [
	'nodes/PylonTrigger/answerCall',
	'nodes/PylonTrigger/checkSetup',
	'nodes/PylonTrigger/decide/',
	'nodes/PylonTrigger/receive/',
	'nodes/PylonTrigger/record/',
	'nodes/PylonPollingTrigger/editor',
	'nodes/PylonPollingTrigger/events/',
	'nodes/PylonPollingTrigger/poll',
	'nodes/Pylon/editor/pickers',
	'nodes/Pylon/editor/loadOptions',
	'nodes/Pylon/editor/resourceMapping',
	'nodes/Pylon/operations/issue/sendAndWait/webhook',
	'nodes/Pylon/parameters/customFields/customFields.',
	'nodes/Pylon/parameters/files/attachments.',
	'nodes/Pylon/parameters/filter/filter.',
	'nodes/Pylon/parameters/filter/filterReader',
	'nodes/Pylon/parameters/message/readMessage',
	'nodes/Pylon/records/simplified/shapeRecord',
	'nodes/Pylon/run/sendItem',
	'nodes/Pylon/run/startRun',
	'nodes/Pylon/upsert/handler',
	'nodes/shared/client/client',
	'nodes/shared/client/connection',
	'nodes/shared/client/download',
	'nodes/shared/client/editorClient',
	'nodes/shared/client/errorTexts',
	'nodes/shared/client/exchange',
	'nodes/shared/client/itemClient',
	'nodes/shared/client/pylonApiError',
	'nodes/shared/client/rateLimit',
	'nodes/shared/client/retry',
	'nodes/shared/client/triggerClient',
	'nodes/shared/html/markdown/',
	'.handler.',
];

const isLate = (file: string): boolean => LOADED_WHEN_NEEDED.some((part) => file.includes(part));

const sources = ['nodes', 'credentials'].flatMap((folder) =>
	readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts'))
		.map((file) => `${folder}/${file}`),
);

const known = new Set(sources);

/** @returns whether the compiled file has no trace of an import: it is of types alone */
const isOfTypes = ({ importClause }: ts.ImportDeclaration): boolean => {
	if (importClause === undefined || importClause.isTypeOnly) return importClause !== undefined;
	const { name, namedBindings } = importClause;
	return (
		name === undefined &&
		namedBindings !== undefined &&
		ts.isNamedImports(namedBindings) &&
		namedBindings.elements.every(({ isTypeOnly }) => isTypeOnly)
	);
};

/** @returns the files of this package that are loaded together with a file */
function importsOf(file: string): string[] {
	const text = readFileSync(join(root, file), 'utf8');
	const { statements } = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
	return statements.flatMap((statement) => {
		const from =
			(ts.isImportDeclaration(statement) && !isOfTypes(statement)) ||
			(ts.isExportDeclaration(statement) && !statement.isTypeOnly)
				? statement.moduleSpecifier
				: undefined;
		if (from === undefined || !ts.isStringLiteral(from) || !from.text.startsWith('.')) return [];
		const base = relative(root, resolve(root, dirname(file), from.text));
		const found = [`${base}.ts`, `${base}/index.ts`].find((one) => known.has(one));
		return found === undefined ? [] : [found];
	});
}

/** By each file that is loaded when n8n loads the package: the file that has imported it first. */
function loadedAtStart(): Map<string, string | undefined> {
	const entries = [...n8n.nodes, ...n8n.credentials].map((file) =>
		file.replace(/^dist\//, '').replace(/\.js$/, '.ts'),
	);
	const loaded = new Map<string, string | undefined>(entries.map((entry) => [entry, undefined]));
	for (const file of loaded.keys())
		for (const imported of importsOf(file)) if (!loaded.has(imported)) loaded.set(imported, file);
	return loaded;
}

/** n8n loads every node when it starts, whether a workflow has it or not. */
describe('what n8n loads when it starts', () => {
	const loaded = loadedAtStart();

	const wayTo = (file: string): string => {
		const by = loaded.get(file);
		return by === undefined ? file : `${wayTo(by)} > ${file}`;
	};

	test('has nothing of what is needed only when a node runs or is edited', () => {
		expect([...loaded.keys()].filter(isLate).map(wayTo)).toEqual([]);
	});

	test('has all that the descriptions are made of', () => {
		expect(loaded.has('nodes/Pylon/operations/issue/reply.ts')).toBe(true);
		expect(loaded.size).toBeGreaterThan(sources.filter(isLate).length);
	});

	test.each(LOADED_WHEN_NEEDED)('%s is a part of the package', (part) => {
		expect(sources.some((file) => file.includes(part))).toBe(true);
	});
});
