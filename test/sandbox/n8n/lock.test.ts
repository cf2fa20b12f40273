import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import fsPromises from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withLock } from '../../../sandbox/n8n/lock';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-pylon-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const silent = () => undefined;

/** The id of a process that has ended. */
const gone = (): string => String(spawnSync(process.execPath, ['--version']).pid);

/** A step that says how many of its kind run at once, and takes a few turns of the event loop. */
function steps() {
	let running = 0;
	let most = 0;
	const step = async () => {
		most = Math.max(most, ++running);
		await fsPromises.stat(folder);
		await fsPromises.stat(folder);
		running--;
	};
	return { step, most: () => most };
}

test('runs that want the same lock come one after the other, also where one was left behind', async () => {
	const left = gone();
	const most = await Promise.all(
		Array.from({ length: 50 }, async (_, n) => {
			const file = join(folder, `${n}.lock`);
			writeFileSync(file, left);
			const { step, most: mostOf } = steps();
			await Promise.all([1, 2, 3].map(async () => await withLock(file, silent, step)));
			return mostOf();
		}),
	);
	expect(most).toEqual(most.map(() => 1));
	expect(readdirSync(folder)).toEqual([]);
});

test('a lock of a process that ended before it wrote its id is taken over', async () => {
	const file = join(folder, 'a.lock');
	writeFileSync(file, '');
	const before = Date.now() / 1000 - 60;
	utimesSync(file, before, before);
	await expect(withLock(file, silent, async () => 'done')).resolves.toBe('done');
});

test('a lock that cannot be written, as on a full disk, is not left behind', async () => {
	const file = join(folder, 'a.lock');
	const { open } = fsPromises;
	jest.spyOn(fsPromises, 'open').mockImplementationOnce(async (...args) => {
		const made = await open(...args);
		jest.spyOn(made, 'writeFile').mockRejectedValue(new Error('ENOSPC: no space left on device'));
		return made;
	});
	await expect(withLock(file, silent, async () => 'done')).rejects.toThrow('ENOSPC');
	expect(existsSync(file)).toBe(false);
});

test('the lock is released when the step fails', async () => {
	const file = join(folder, 'a.lock');
	const fails = withLock(file, silent, () => Promise.reject(new Error('no')));
	await expect(fails).rejects.toThrow('no');
	expect(readdirSync(folder)).toEqual([]);
});

test('who waits says for which process', async () => {
	const file = join(folder, 'a.lock');
	writeFileSync(file, String(process.pid));
	const told: string[] = [];
	const report = (line: string) => {
		told.push(line);
		rmSync(file);
	};
	await withLock(file, report, async () => undefined);
	expect(told).toEqual([`Waiting for another run (process ${process.pid}) to finish …`]);
});
