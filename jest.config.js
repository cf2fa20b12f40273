const { cpus } = require('node:os');

/**
 * `npm test` runs every test that needs no browser and no full n8n;
 * `PYLON_TESTS=e2e` (npm run test:e2e) and `PYLON_TESTS=soak` (npm run test:soak) run their own folder instead.
 */
const folder = process.env.PYLON_TESTS;

module.exports = {
	testEnvironment: 'node',
	// No test is about speed: a busy machine may take its time.
	testTimeout: 120_000,
	// Every test file loads n8n-core anew, and a process that has run many of them holds gigabytes.
	maxWorkers: folder === 'e2e' ? 1 : Math.max(2, cpus().length - 1),
	workerIdleMemoryLimit: '1GB',
	transform: {
		'^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }],
		// openapi-backend requires this package, which is an ES module only.
		'/json-schema-ref-parser/.+\\.js$': [
			'@swc/jest',
			{ jsc: { parser: { syntax: 'ecmascript' }, target: 'es2022' }, module: { type: 'commonjs' } },
		],
	},
	transformIgnorePatterns: ['/node_modules/(?!@apidevtools/json-schema-ref-parser/)'],
	// n8n-core writes its settings when it is imported: into a folder of the test run's own.
	setupFiles: ['<rootDir>/test/support/setup.ts'],
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/sandbox/n8n/node_modules/'],
	testMatch: [folder ? `<rootDir>/test/${folder}/**/*.test.ts` : '<rootDir>/test/**/*.test.ts'],
	testPathIgnorePatterns: folder
		? ['/node_modules/']
		: ['/node_modules/', '<rootDir>/test/e2e/', '<rootDir>/test/soak/'],
};
