import { spawn } from 'node:child_process';
import { join } from 'node:path';

const USAGE = 'Usage: npm run test:soak -- [cases] [minutes] [seed of the first batch]\n';

/**
 * `npm run test:soak`: the properties of test/nodes/shared/client, and the growth of every reader of foreign text
 * (test/nodes/shared/html/growth.test.ts), and the generator of answers (test/nodes/answers), each with far more cases than `npm test` has; default 20,000
 * or 10 minutes, whichever comes first. jest runs them, since the node's own file cannot be required elsewhere: beside
 * `Pylon.node.ts` there is `Pylon.node.json`, which plain Node prefers.
 *
 * @returns jest's exit code
 */
async function main([
	cases = '20000',
	minutes = '10',
	seed = String(Date.now() % 2 ** 31),
]: string[]): Promise<number> {
	if (!(Number(cases) > 0) || !(Number(minutes) > 0) || !Number.isInteger(Number(seed))) {
		process.stderr.write(USAGE);
		return 2;
	}
	const child = spawn(
		process.execPath,
		[require.resolve('jest/bin/jest'), '--runInBand', '--silent=false'],
		{
			cwd: join(__dirname, '..', '..'),
			env: {
				...process.env,
				PYLON_TESTS: 'soak',
				SOAK_CASES: cases,
				SOAK_MINUTES: minutes,
				SOAK_SEED: seed,
			},
			stdio: 'inherit',
		},
	);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
	return await new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', (code) => resolve(code ?? 1));
	});
}

main(process.argv.slice(2)).then(
	(code) => process.exit(code),
	(error: Error) => {
		process.stderr.write(`${error.message}\n`);
		process.exit(1);
	},
);
