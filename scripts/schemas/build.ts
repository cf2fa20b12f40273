import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** This test runs the operations on n8n's engine and compares the files with what they return; here it writes the files. */
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
