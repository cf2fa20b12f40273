import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Check, N8nUnderTest } from '../check';

interface NodeType {
	name: string;
	properties: unknown[];
	codex?: { categories?: string[] };
	iconUrl?: string | { light: string; dark: string };
	usableAsTool?: unknown;
}

interface Built {
	description: { name: string; properties: unknown[] };
}

const FILES = ['Pylon', 'PylonTrigger', 'PylonPollingTrigger'];

/** What the built files describe. Loaded by their full name: `Pylon.node.json` lies beside `Pylon.node.js`. */
const built = async (root: string): Promise<Array<Built['description']>> =>
	await Promise.all(
		FILES.map(async (name) => {
			const classes = (await import(join(root, 'dist', 'nodes', name, `${name}.node.js`))) as Record<string, new () => Built>;
			return new classes[name]().description;
		}),
	);

async function served({ n8n }: N8nUnderTest, path: string): Promise<Response> {
	const response = await fetch(`${n8n.url}${path}`);
	assert.equal(response.status, 200, `${path} answers ${response.status}`);
	return response;
}

/** n8n writes paths of icons without a slash at their beginning. */
const iconsOf = ({ iconUrl }: Pick<NodeType, 'iconUrl'>): string[] =>
	(typeof iconUrl === 'string' ? [iconUrl] : Object.values(iconUrl ?? {})).map((path) => `/${path}`);

const isOurs = ({ name }: { name: string }) => name.startsWith('n8n-nodes-pylon.');

export const loading: Check[] = [
	{
		id: 'a1',
		title: 'The package is loaded without a word in the log about it',
		async run({ n8n }) {
			const lines = n8n.log(100_000).split('\n');
			assert.deepEqual(lines.filter((line) => /pylon/i.test(line)), []);
		},
	},
	{
		id: 'a2',
		title: 'Three nodes and the tool, with every property, icon and category',
		async run(under) {
			const types = (await (await served(under, '/types/nodes.json')).json()) as NodeType[];
			const ours = types.filter(isOurs);
			assert.deepEqual(
				ours.map(({ name }) => name.split('.')[1]).sort(),
				['pylon', 'pylonPollingTrigger', 'pylonTool', 'pylonTrigger'],
			);
			for (const { name, properties } of await built(under.root)) {
				const type = ours.find((one) => one.name === `n8n-nodes-pylon.${name}`);
				assert.equal(type?.properties.length, properties.length, `properties of ${name}`);
				assert.deepEqual(type?.codex?.categories, ['Communication', 'Productivity']);
				const icons = iconsOf(type ?? {});
				assert.equal(icons.length, 2, `icons of ${name}`);
				for (const icon of icons) assert.match(await (await served(under, icon)).text(), /<svg/);
			}
		},
	},
	{
		id: 'a3',
		title: 'The credential, with its icon',
		async run(under) {
			const types = (await (await served(under, '/types/credentials.json')).json()) as Array<Pick<NodeType, 'name' | 'iconUrl'>>;
			const type = types.find(({ name }) => name === 'pylonApi');
			assert.ok(type, 'n8n does not know pylonApi');
			for (const icon of iconsOf(type)) assert.match(await (await served(under, icon)).text(), /<svg/);
		},
	},
	{
		id: 'b1',
		title: 'The editor gets the node types when a workflow is opened',
		async run({ api }) {
			const names = ['pylon', 'pylonTool', 'pylonTrigger', 'pylonPollingTrigger'].map((name) => `n8n-nodes-pylon.${name}`);
			const nodeInfos = names.map((name) => ({ name, version: 1 }));
			const types = await api.rest.call<NodeType[]>('POST', '/node-types', { nodeInfos });
			assert.deepEqual(types.map(({ name }) => name).sort(), names.sort());
		},
	},
];
