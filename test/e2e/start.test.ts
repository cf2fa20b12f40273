import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RUN_FOLDER } from '../../sandbox/n8n/runFolder';
import { TIMEOUT_MS } from './support/sandbox';

jest.setTimeout(TIMEOUT_MS);

const projectRoot = join(__dirname, '..', '..');

/** A fresh folder as TMPDIR of what is started, to see what is left in it. */
let temporary: string;
let started: ChildProcess | undefined;

beforeEach(() => {
	temporary = mkdtempSync(join(tmpdir(), 'n8n-nodes-pylon-start-'));
});

afterEach(() => {
	if (started?.exitCode === null && started.signalCode === null && started.pid)
		process.kill(-started.pid, 'SIGKILL');
	rmSync(temporary, { recursive: true, force: true });
});

/** Starts `npm start` as a shell in a terminal does: in a process group of its own, which a Ctrl-C reaches as a whole. */
function npmStart(...args: string[]) {
	const child = spawn('npm', ['start', '--', ...args], {
		cwd: projectRoot,
		env: { ...process.env, TMPDIR: temporary, [RUN_FOLDER]: '' },
		stdio: ['ignore', 'pipe', 'pipe'],
		detached: true,
	});
	started = child;
	const run = { child, output: '', closed: once(child, 'close') };
	const keep = (chunk: string) => {
		run.output += chunk;
	};
	child.stdout.setEncoding('utf8').on('data', keep);
	child.stderr.setEncoding('utf8').on('data', keep);
	return run;
}

async function untilPrinted(run: ReturnType<typeof npmStart>, text: string): Promise<void> {
	while (!run.output.includes(text)) {
		await Promise.race([once(run.child.stdout, 'data'), run.closed]);
		if (run.child.exitCode !== null)
			throw new Error(`npm start ended before it printed "${text}":\n${run.output}`);
	}
}

const answers = (url: string) =>
	fetch(url).then(
		() => true,
		() => false,
	);

test('npm start -- --exit sets the account and ends with exit code 0, leaving nothing behind', async () => {
	const run = npmStart('--exit');
	await run.closed;
	expect(run.output).toMatch(/Account before {2}none\n {2}Account after {3}Globex/);
	expect(run.child.exitCode).toBe(0);
	expect(leftBehind()).toEqual([]);
});

test('Ctrl-C ends n8n and the simulated Pylon, and removes what was written', async () => {
	const run = npmStart();
	await untilPrinted(run, 'Ctrl-C stops everything');
	const urls = [...new Set(run.output.match(/http:\/\/127\.0\.0\.1:\d+/g))];
	expect(urls).toHaveLength(2);
	expect(await Promise.all(urls.map(answers))).toEqual([true, true]);

	process.kill(-(run.child.pid ?? 0), 'SIGINT');
	await run.closed;
	expect(run.output).toContain('Stopped.');
	expect(await Promise.all(urls.map(answers))).toEqual([false, false]);
	expect(leftBehind()).toEqual([]);
});

/** What the sandbox left in the temporary folder; tsx keeps a cache of its own there. */
function leftBehind(): string[] {
	return readdirSync(temporary).filter((name) => name.startsWith('n8n-nodes-pylon'));
}
