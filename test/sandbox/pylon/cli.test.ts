import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { readArguments } from '../../../sandbox/pylon/cli';

const root = join(__dirname, '../../..');

test('options are read, and wrong ones refused', () => {
	expect(readArguments([])).toEqual({ port: 4010, euPort: 4011, limits: 'real', seed: 'company' });
	expect(
		readArguments(['--port', '0', '--eu-port', '5', '--limits', 'off', '--seed', 'empty']),
	).toEqual({ port: 0, euPort: 5, limits: 'off', seed: 'empty' });
	expect(readArguments(['--help'])).toBeUndefined();
	expect(() => readArguments(['--limits', 'some'])).toThrow(
		'--limits must be real or off, not "some"',
	);
	expect(() => readArguments(['--port', 'x'])).toThrow('--port must be a port number, not "x"');
	expect(() => readArguments(['--nope'])).toThrow('--nope');
});

test('prints where it is and its tokens, answers, and ends on an interrupt', async () => {
	const child = spawn(
		process.execPath,
		[
			// Not by tsx's own command, which ends its child when that takes long to hear of the signal.
			'--import',
			'tsx',
			join(root, 'sandbox/pylon/cli.ts'),
			'--port',
			'0',
			'--eu-port',
			'0',
		],
		{ cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
	);
	const exited = once(child, 'exit');
	let output = '';
	for await (const chunk of child.stdout) {
		output += String(chunk);
		if (output.includes('Ctrl-C')) break;
	}
	const [, url] = /Page\s+(\S+)\//.exec(output) as RegExpExecArray;
	const [, token] = /United States.*token: (\S+)/.exec(output) as RegExpExecArray;
	const response = await fetch(`${url}/me`, { headers: { authorization: `Bearer ${token}` } });
	expect(response.status).toBe(200);
	child.kill('SIGINT');
	expect(await exited).toEqual([0, null]);
}, 60_000);
