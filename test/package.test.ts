import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadOutputSchema, PackageDirectoryLoader } from 'n8n-core';
import type { INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';

import { nodeOperations } from '../scripts/coverage/node';

const root = join(__dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'pylon-package-'));
const unpacked = join(folder, 'package');

interface Packed {
	filename: string;
	files: Array<{ path: string }>;
}

/** The package as npm would publish it, unpacked where n8n would find it. */
describe('the published package', () => {
	let packed: Packed;

	beforeAll(() => {
		const run = (command: string, args: string[]) =>
			execFileSync(command, args, {
				cwd: root,
				encoding: 'utf8',
				stdio: ['ignore', 'pipe', 'pipe'],
			});
		run('npm', ['run', 'build']);
		[packed] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder])) as Packed[];
		run('tar', ['-xzf', join(folder, packed.filename), '-C', folder]);
		// n8n lets the packages it loads find its own modules (NODE_PATH); here they are these.
		symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
	}, 120_000);

	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	test('carries dist, README, LICENSE, CHANGELOG and package.json only', () => {
		const top = new Set(packed.files.map(({ path }) => path.split('/')[0]));
		expect([...top].sort()).toEqual([
			'CHANGELOG.md',
			'LICENSE.md',
			'README.md',
			'dist',
			'package.json',
		]);
	});

	test('has nothing in dist but compiled code, codex files, output schemas and icons', () => {
		const inDist = packed.files.map(({ path }) => path).filter((path) => path.startsWith('dist/'));
		expect(
			inDist.filter((path) => !/\.(js|svg)$|\.node\.json$|\/__schema__\/.*\.json$/.test(path)),
		).toEqual([]);
		expect(inDist.filter((path) => !/^dist\/(nodes|credentials|icons)\//.test(path))).toEqual([]);
	});

	test('has the output schema of every operation where n8n looks for it', () => {
		const nodeDir = join(unpacked, 'dist/nodes/Pylon');
		const without = nodeOperations.filter(
			({ resource, operation }) =>
				loadOutputSchema({ nodeDir, version: 1, resource, operation })?.type !== 'object',
		);
		expect(without.map(({ resource, operation }) => `${resource}.${operation}`)).toEqual([]);
	});

	test('needs nothing at run time but n8n', () => {
		const manifest = JSON.parse(readFileSync(join(unpacked, 'package.json'), 'utf8')) as Record<
			string,
			unknown
		>;
		expect(manifest.dependencies).toBeUndefined();
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	});

	test("is loaded by n8n's own loader, with icons, codex and credential", async () => {
		const loader = new PackageDirectoryLoader(unpacked);
		await loader.loadAll();
		const { nodes, credentials } = loader.types;
		expect(nodes.map(({ name }) => name).sort()).toEqual([
			'pylon',
			'pylonPollingTrigger',
			'pylonTrigger',
		]);
		expect(credentials.map(({ name }) => name)).toEqual(['pylonApi']);
		for (const node of nodes) {
			expect(node.iconUrl).toEqual({
				light: expect.stringMatching(/pylon\.svg$/),
				dark: expect.stringMatching(/pylon\.dark\.svg$/),
			});
			expect(node.codex?.categories).toEqual([
				'Communication',
				'Productivity',
				// n8n's node panel lists it among the human reviews, too.
				...(node.name === 'pylon' ? ['HITL'] : []),
			]);
		}
		expect(credentials[0].iconUrl).toBeDefined();
	});

	test("tells n8n's workflow builder how to use the nodes, their operations and pickers", async () => {
		const loader = new PackageDirectoryLoader(unpacked);
		await loader.loadAll();
		// As n8n writes them into types/nodes.json.
		const nodes = JSON.parse(JSON.stringify(loader.types.nodes)) as INodeTypeDescription[];
		for (const { name, builderHint } of nodes) {
			expect({ [name]: builderHint?.searchHint }).toEqual({ [name]: expect.any(String) });
			const related = builderHint?.relatedNodes?.map(({ nodeType }) => nodeType) ?? [];
			expect(related.map((type) => type.replace('n8n-nodes-pylon.', '')).sort()).toEqual(
				nodes
					.map((node) => node.name)
					.filter((one) => one !== name)
					.sort(),
			);
		}
		const properties = nodes.find(({ name }) => name === 'pylon')?.properties ?? [];
		const operations = properties
			.filter(({ name }) => name === 'operation')
			.flatMap(({ options = [] }) => options as INodePropertyOptions[]);
		expect(operations.find(({ action }) => action === 'Reply to issue')?.builderHint).toEqual({
			propertyHint: expect.stringContaining('Sends a message to the customer'),
		});
		for (const { type, builderHint } of properties)
			if (type === 'resourceLocator')
				expect(builderHint?.propertyHint).toContain('Never invent an ID');
	});
});
