import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const FOLDER = join(__dirname, '..', '..', '..', 'nodes', 'PylonTrigger');

/** n8n's limit: 16 MB. */
const SIZE = 16 * 1024 * 1024;

/** Reads and diagnoses a body of one list, filled with the same value to n8n's limit, in a process with this much memory. */
function diagnoseIn(value: string, megabytes: number) {
	const script = `
		const { parsePayload } = require(${JSON.stringify(join(FOLDER, 'receive', 'payload'))});
		const { diagnose } = require(${JSON.stringify(join(FOLDER, 'decide', 'diagnosis'))});
		const value = ${JSON.stringify(`${value},`)};
		const { body: payload } = parsePayload(Buffer.from('{"list":[' + value.repeat(${SIZE - 100} / value.length) + '0]}'));
		console.log(payload.list.length, diagnose(payload, 'my_own'));`;
	const args = [`--max-old-space-size=${megabytes}`, '--require', 'tsx/cjs', '--eval', script];
	const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', cwd: FOLDER });
	return { status, stdout };
}

// What n8n has by default is 2 to 4 GB, for all of its executions.
test.each([
	['1', 256],
	['{}', 640],
	['"{{"', 256],
	['"{{{{ {{ {{{{aaaaaaaaaa"', 256],
])(
	'a body of millions of %s does not take more memory than JSON.parse does by far',
	(value, megabytes) => {
		expect(diagnoseIn(value, megabytes)).toEqual({
			status: 0,
			stdout: `${Math.floor((SIZE - 100) / (value.length + 1)) + 1} []\n`,
		});
	},
);
