import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Cleanup } from '../../sandbox/n8n/cleanup';
import { startWatchingN8n } from '../../sandbox/n8n/watch';
import { TIMEOUT_MS } from './support/sandbox';

jest.setTimeout(TIMEOUT_MS);

const projectRoot = join(__dirname, '..', '..');
const cleanup = new Cleanup();

/** The sources, to be edited: everything that the compiler reads. */
const copy = mkdtempSync(join(tmpdir(), 'n8n-nodes-pylon-dev-'));

beforeAll(() => {
	for (const name of ['credentials', 'nodes', 'tsconfig.json'])
		cpSync(join(projectRoot, name), join(copy, name), { recursive: true });
	symlinkSync(join(projectRoot, 'node_modules'), join(copy, 'node_modules'));
});

afterAll(async () => {
	await cleanup.run();
	rmSync(copy, { recursive: true, force: true });
});

test('npm run dev: an edit shows in the running n8n', async () => {
	const { api } = await startWatchingN8n(copy, () => undefined, cleanup, process.env.PYLON_TARBALL);
	const nodes = async () => await (await api.rest.fetch('/types/nodes.json')).text();
	expect(await nodes()).not.toContain('Put issue to sleep');

	const file = join(copy, 'nodes', 'Pylon', 'operations', 'issue', 'snooze.ts');
	writeFileSync(
		file,
		readFileSync(file, 'utf8').replace("action: 'Snooze issue'", "action: 'Put issue to sleep'"),
	);
	while (!(await nodes()).includes('Put issue to sleep')) await delay(200);
});
