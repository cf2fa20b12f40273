import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { main } from '../../../scripts/live/check';
import { withPylon } from '../../support/pylon';

const pylon = withPylon();

const root = join(__dirname, '../../..');

async function refused(args: string[], env: NodeJS.ProcessEnv): Promise<string> {
	const lines: string[] = [];
	expect(await main(args, env, (line) => lines.push(line))).toBe(2);
	expect(pylon.sim.requests).toEqual([]);
	return lines.join('\n');
}

test('the help says what it has never seen', async () => {
	const lines: string[] = [];
	expect(await main(['--help'], {}, (line) => lines.push(line))).toBe(0);
	expect(lines.join('\n')).toMatch(/never against the live API/);
});

test('what is missing or wrong is said before anything is sent', async () => {
	const token = { PYLON_API_TOKEN: 'simulated-us-token', PYLON_BASE_URL: pylon.sim.url };
	expect(await refused([], { ...token, PYLON_API_TOKEN: undefined })).toMatch(
		/^PYLON_API_TOKEN is not set: .*\n\nUsage:/,
	);
	expect(await refused([], { ...token, PYLON_API_TOKEN: ' ' })).toMatch(
		/^PYLON_API_TOKEN is not set/,
	);
	expect(await refused([], { ...token, PYLON_API_TOKEN: 'Bearer simulated-us-token' })).toMatch(
		/^PYLON_API_TOKEN has to be the token alone/,
	);
	expect(await refused(['--eu'], token)).toBe('Give either --eu or PYLON_BASE_URL.');
	expect(await refused([], { ...token, PYLON_BASE_URL: 'api.usepylon.com' })).toMatch(
		/^PYLON_BASE_URL has to be an address/,
	);
	expect(await refused([], { ...token, PYLON_BASE_URL: 'http://api.usepylon.com' })).toMatch(
		/^PYLON_BASE_URL .* has to begin with https/,
	);
	expect(await refused(['--write'], token)).toMatch(/^--write and --account go together/);
	expect(await refused(['--account', 'scratch'], token)).toMatch(/^--write and --account/);
	expect(await refused(['--write', '--account', 'Globex'], token)).toMatch(
		/^--account: the account's name has to have "scratch" in it/,
	);
	expect(await refused(['--delete'], token)).toMatch(/'--delete'[^]*Usage:/);
	expect(await refused(['--json', join(root, 'no-such-folder', 'x.json')], token)).toMatch(
		/^ENOENT.*x\.json/,
	);
});

test('the command ends with the exit code of its findings', async () => {
	const child = spawn(
		process.execPath,
		[join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'scripts/live/check.ts')],
		{
			env: { ...process.env, PYLON_API_TOKEN: 'another', PYLON_BASE_URL: pylon.sim.url },
			stdio: ['ignore', 'pipe', 'inherit'],
		},
	);
	const exited = once(child, 'exit');
	let output = '';
	for await (const chunk of child.stdout) output += String(chunk);
	expect(await exited).toEqual([1, null]);
	expect(output).toContain('Stopped: Pylon does not know this API token.');
}, 60_000);
