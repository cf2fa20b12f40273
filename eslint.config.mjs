// The rule sets that n8n's own tools apply to a community node (`n8n-node lint`, `@n8n/scan-community-package`),
// with the two plugins they are made of. Inline disabling is off where n8n's scanner ignores it too.
import js from '@eslint/js';
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import importX from 'eslint-plugin-import-x';
import jsdoc from 'eslint-plugin-jsdoc';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import tseslint from 'typescript-eslint';

const community = n8nCommunityNodesPlugin.configs.recommended;
const nodesBase = { 'n8n-nodes-base': n8nNodesBase };

/** Rules that n8n-node itself turns off: they contradict the current n8n (see its shipped eslint configuration). */
const off = (...names) =>
	Object.fromEntries(names.map((name) => [`n8n-nodes-base/${name}`, 'off']));

/** Folders of nodes/, the lowest first: each may import from itself and from those before it. */
const LAYERS = [
	'shared/input',
	'shared/html',
	'shared/api',
	'shared/description',
	'shared/client',
	'Pylon/run',
	'Pylon/records',
	'Pylon/parameters',
	'Pylon/upsert',
	'Pylon/operations',
	'Pylon/description',
	'Pylon/editor',
];

const target = (folder) => `./nodes/${folder}/**/*`;

const layers = LAYERS.map((folder, index) => ({
	target: target(folder),
	from: './nodes',
	except: LAYERS.slice(0, index + 1).map((one) => `./${one}`),
	message: `nodes/${folder} imports from itself and the layers below it alone (see LAYERS in eslint.config.mjs).`,
}));

/**
 * The triggers share what is below the node's parameters. The polling trigger also has the node's search filter: the same
 * parameters, read by the same reader, with the same drop-downs, so that a filter can be copied from one to the other.
 */
const triggers = [
	{ folder: 'PylonTrigger', except: [] },
	{
		folder: 'PylonPollingTrigger',
		except: [
			'./Pylon/parameters/filter',
			'./Pylon/parameters/values.ts',
			'./Pylon/editor/filterFields.ts',
			'./Pylon/editor/filterValues.ts',
			'./Pylon/editor/listErrors.ts',
		],
	},
].map(({ folder, except }) => ({
	target: target(folder),
	from: './nodes',
	except: [`./${folder}`, './shared', './Pylon/records', ...except],
	message: `nodes/${folder} imports from nodes/shared and nodes/Pylon/records alone (see eslint.config.mjs).`,
}));

/** What other files use: functions, constants that are functions, and public methods. */
const EXPORTED = [
	'ExportNamedDeclaration > FunctionDeclaration',
	'ExportNamedDeclaration > VariableDeclaration > VariableDeclarator > ArrowFunctionExpression',
	'ExportNamedDeclaration > ClassDeclaration > ClassBody > MethodDefinition[accessibility!="private"]',
];

/** Where the rules about `return` and `throw` find what a public method does. */
const METHOD_BODY =
	'ExportNamedDeclaration > ClassDeclaration > ClassBody > MethodDefinition[kind="method"][accessibility!="private"] > FunctionExpression';

/** Every exported function says what goes in, what comes out and what it throws; types stand in the code alone. */
const docstrings = {
	files: ['{nodes,credentials,sandbox,scripts,bench,test}/**/*.ts'],
	plugins: { jsdoc },
	settings: { jsdoc: { mode: 'typescript' } },
	rules: {
		'jsdoc/require-jsdoc': [
			'error',
			{
				publicOnly: true,
				enableFixer: false,
				checkConstructors: false,
				checkGetters: false,
				checkSetters: false,
				require: {
					FunctionDeclaration: true,
					ArrowFunctionExpression: true,
					FunctionExpression: true,
					ClassDeclaration: true,
					MethodDefinition: true,
				},
			},
		],
		'jsdoc/require-param': [
			'error',
			{
				contexts: EXPORTED,
				checkDestructured: false,
				checkDestructuredRoots: false,
				enableFixer: false,
			},
		],
		'jsdoc/require-returns': [
			'error',
			{
				contexts: [...EXPORTED, METHOD_BODY],
				publicOnly: true,
				checkGetters: false,
				enableFixer: false,
			},
		],
		'jsdoc/require-throws': ['error', { contexts: [...EXPORTED, METHOD_BODY] }],
		'jsdoc/check-param-names': [
			'error',
			{ checkDestructured: false, disableMissingParamChecks: true },
		],
		'jsdoc/require-param-description': 'error',
		'jsdoc/require-returns-description': 'error',
		'jsdoc/check-tag-names': 'error',
		'jsdoc/no-types': 'error',
	},
};

export default tseslint.config(
	{
		ignores: [
			'dist/**',
			'coverage/**',
			'**/node_modules/**',
			'bench/results/**',
			'test/e2e/screenshots/**',
		],
	},
	{
		files: ['**/*.ts'],
		extends: [
			js.configs.recommended,
			tseslint.configs.recommended,
			importX.configs['flat/recommended'],
			importX.configs['flat/typescript'],
		],
		rules: {
			'import-x/no-unresolved': 'off', // tsc checks it
		},
		settings: {
			'import-x/resolver-next': [importX.createNodeResolver({ extensions: ['.ts', '.js'] })],
		},
	},
	{
		files: ['nodes/**/*.ts', 'sandbox/**/*.ts'],
		rules: {
			'import-x/no-cycle': 'error',
			'import-x/no-restricted-paths': ['error', { zones: [...layers, ...triggers] }],
		},
	},
	{
		files: [
			'nodes/**/*.ts',
			'credentials/**/*.ts',
			'sandbox/**/*.ts',
			'test/**/*.ts',
			'scripts/**/*.ts',
			'bench/**/*.ts',
		],
		languageOptions: {
			parserOptions: { project: './tsconfig.test.json', tsconfigRootDir: import.meta.dirname },
		},
		rules: {
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': 'error',
		},
	},
	{
		files: ['nodes/**/*.ts', 'credentials/**/*.ts'],
		linterOptions: { noInlineConfig: true },
		extends: [community],
		rules: { 'no-console': 'error' },
	},
	{
		files: ['nodes/**/*.ts'],
		ignores: ['nodes/shared/input/wrongInput.ts'],
		rules: {
			'no-restricted-syntax': [
				'error',
				{
					selector:
						'NewExpression[callee.name="NodeOperationError"] > ObjectExpression:has(> Property[key.name="description"]):has(> Property[key.name="itemIndex"])',
					message: 'Use `operationError` (nodes/shared/input): it adds the item to the error.',
				},
			],
		},
	},
	docstrings,
	{
		files: ['package.json'],
		extends: [community],
		plugins: nodesBase,
		languageOptions: { parser: tseslint.parser, parserOptions: { extraFileExtensions: ['.json'] } },
		rules: {
			...n8nNodesBase.configs.community.rules,
			'@typescript-eslint/no-unused-expressions': 'off',
		},
	},
	{
		files: ['credentials/**/*.ts'],
		plugins: nodesBase,
		rules: {
			...n8nNodesBase.configs.credentials.rules,
			...off(
				'cred-class-field-documentation-url-miscased',
				'cred-class-field-type-options-password-missing',
			),
		},
	},
	{
		files: ['nodes/**/*.ts'],
		plugins: nodesBase,
		rules: {
			...n8nNodesBase.configs.nodes.rules,
			...off(
				'node-class-description-inputs-wrong-regular-node',
				'node-class-description-outputs-wrong',
				'node-param-type-options-max-value-present',
			),
		},
	},
);
