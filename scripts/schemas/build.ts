import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The operations run on n8n's engine, as the test runs them that holds the files to what this writes. */
const TEST = 'test/nodes/Pylon/schemas/files.test.ts';

const root = join(__dirname, '..', '..');
const { status } = spawnSync(
	process.execPath,
	[
		join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
		TEST,
		'--runInBand',
		'--selectProjects',
		'newest n8n',
		// Only what fails is worth a line: there are hundreds of operations.
		'--verbose=false',
	],
	{ cwd: root, stdio: 'inherit', env: { ...process.env, PYLON_SCHEMAS: 'write' } },
);
process.exit(status ?? 1);
