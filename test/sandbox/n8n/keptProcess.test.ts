import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../../../sandbox/n8n/eventually';
import { type KeptProcess, startKept, untilGone } from '../../../sandbox/n8n/keptProcess';
import { pidFileIn, RUN_FOLDER } from '../../../sandbox/n8n/runFolder';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-pylon-kept-'));
	process.env[RUN_FOLDER] = folder;
});
afterEach(() => {
	delete process.env[RUN_FOLDER];
	rmSync(folder, { recursive: true, force: true });
});

const start = (script: string, deadlineMs?: number): KeptProcess =>
	startKept(process.execPath, ['-e', script], {
		node: process.execPath,
		cwd: folder,
		env: process.env,
		deadlineMs,
	});

const said = async (kept: KeptProcess, text: string) =>
	await eventually(`"${text}"`, () => kept.log(100).includes(text) || undefined);

const isThere = (pid: number) => {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
};

/** Ignores the signal. */
const STAYS = "process.on('SIGTERM', () => undefined); setInterval(() => undefined, 1e6);";

/** Starts a child that does so too. */
const STUBBORN = `${STAYS}
console.log('child', require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(STAYS)}]).pid);
`;

test('a program that does not end, and what it has started, are killed', async () => {
	const kept = start(STUBBORN, 100);
	await said(kept, 'child');
	const child = Number(/child (\d+)/.exec(kept.log(1))?.[1]);
	expect(isThere(child)).toBe(true);
	await kept.stop();
	await eventually('the child to be gone', () => !isThere(child) || undefined);
	expect(kept.ended()).toBeDefined();
});

test('what has ended is left alone after the run: its id may be that of another process by then', async () => {
	const kept = start('0');
	await eventually('its end', () => kept.ended());
	expect(existsSync(pidFileIn(folder))).toBe(true);
	const kill = jest.spyOn(process, 'kill');
	await untilGone(pidFileIn(folder));
	expect(kill).not.toHaveBeenCalled();
});

test('what still runs after the run is waited for', async () => {
	const kept = start("setInterval(() => undefined, 1e6); console.log('runs')");
	await said(kept, 'runs');
	const gone = untilGone(pidFileIn(folder));
	expect(kept.ended()).toBeUndefined();
	await kept.stop();
	await gone;
	expect(kept.ended()).toBeDefined();
});

test('an id that is another user’s by now is not taken for the program', async () => {
	const kept = start("setInterval(() => undefined, 1e6); console.log('runs')");
	await said(kept, 'runs');
	const kill = jest.spyOn(process, 'kill').mockImplementation(() => {
		throw Object.assign(new Error('kill EPERM'), { code: 'EPERM' });
	});
	await expect(untilGone(pidFileIn(folder))).resolves.toBeUndefined();
	kill.mockRestore();
	await kept.stop();
});
