const { cpus } = require('node:os');
const { dirname } = require('node:path');

const { devDependencies } = require('./package.json');

/** What the project's code may import; what jest itself is made of stays with jest. */
const packages = Object.keys(devDependencies).filter((name) => !/jest|swc/.test(name));

/** This folder in a pattern: jest puts it there as it is, and `c++` or `(1)` in it would mean something else. */
const here = __dirname.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * `npm test` runs every test that needs no browser and no full n8n;
 * `PYLON_TESTS=e2e`, `soak`, `queue` and `security` (npm run test:e2e and so on) run their own folder instead.
 */
const folder = process.env.PYLON_TESTS;

const shared = {
	globalSetup: '<rootDir>/test/support/jest/setup.ts',
	globalTeardown: '<rootDir>/test/support/jest/teardown.ts',
	testEnvironment: '<rootDir>/test/support/jest/environment.ts',
	transform: {
		[`[\\\\/]node_modules[\\\\/](${packages.join('|')})[\\\\/].+\\.[cm]?js$`]:
			'<rootDir>/test/support/jest/packages.js',
		'^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }],
	},
	transformIgnorePatterns: [],
	modulePathIgnorePatterns: [`${here}/dist/`, `${here}/sandbox/n8n/node_modules/`],
};

/** One of the two: the tests of a folder of their own, or all others. */
const newest = {
	...shared,
	displayName: 'newest n8n',
	testMatch: [folder ? `<rootDir>/test/${folder}/**/*.test.ts` : '<rootDir>/test/**/*.test.ts'],
	testPathIgnorePatterns: folder
		? ['/node_modules/']
		: ['/node_modules/', `${here}/test/(e2e|queue|security|soak)/`],
};

/**
 * What the nodes and the editor make of Pylon's answers, on the engine of the oldest n8n that the package supports
 * (1.123): n8n's own errors differ from version to version.
 */
const oldest = () => {
	const core = require.resolve('n8n-core-oldest');
	return {
		...shared,
		displayName: 'oldest n8n',
		testMatch: [
			'<rootDir>/test/nodes/**/{transport,client}/**/*.test.ts',
			'<rootDir>/test/nodes/**/*.failing.test.ts',
			'<rootDir>/test/nodes/displayConditions.test.ts',
		],
		// It counts what n8n itself evaluates, which is another number there.
		testPathIgnorePatterns: ['/evaluations\\.test\\.ts$'],
		moduleNameMapper: {
			'^n8n-core$': core,
			'^n8n-workflow$': require.resolve('n8n-workflow', { paths: [dirname(core)] }),
		},
	};
};

module.exports = {
	// No test is about speed: a busy machine may take its time.
	testTimeout: 120_000,
	maxWorkers: folder === 'e2e' ? 1 : Math.max(2, cpus().length - 1),
	// The project's modules are loaded anew for every test file, and what they leave behind adds up.
	workerIdleMemoryLimit: '1GB',
	// A worker that has loaded n8n takes more than jest's half a second to end on a busy machine; one that a test keeps from
	// ending, with a server or a timer, is still told of.
	workerGracefulExitTimeout: 30_000,
	collectCoverageFrom: ['nodes/**/*.ts', 'credentials/**/*.ts', '!**/*.generated.ts'],
	projects: folder ? [newest] : [newest, oldest()],
};
