import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Check, N8nUnderTest } from '../check';

interface NodeType {
	name: string;
	properties: Array<{ name: string }>;
	codex?: { categories?: string[] };
	iconUrl?: string | { light: string; dark: string };
	usableAsTool?: unknown;
}

interface Described {
	description: { name: string; properties: unknown[] };
}

const SOURCES = join(__dirname, '..', '..', '..', 'nodes');
const NAMES = ['Pylon', 'PylonTrigger', 'PylonPollingTrigger'];

/** What the sources describe that the package was built from. By their full name: `Pylon.node.json` lies beside `Pylon.node.ts`. */
const described = async (): Promise<Array<Described['description']>> =>
	await Promise.all(
		NAMES.map(async (name) => {
			const classes = (await import(join(SOURCES, name, `${name}.node.ts`))) as Record<
				string,
				new () => Described
			>;
			return new classes[name]().description;
		}),
	);

/** A file as the editor fetches it. */
async function served({ api }: N8nUnderTest, path: string): Promise<Response> {
	const response = await api.rest.fetch(path);
	assert.equal(response.status, 200, `${path} answers ${response.status}`);
	return response;
}

/** n8n writes paths of icons without a slash at their beginning. */
const iconsOf = ({ iconUrl }: Pick<NodeType, 'iconUrl'>): string[] =>
	(typeof iconUrl === 'string' ? [iconUrl] : Object.values(iconUrl ?? {})).map(
		(path) => `/${path}`,
	);

/** Folders of n8n's own that have our name in their path. */
const FOLDERS = /\/n8n-nodes-pylon\/n8n-|\S+\/\.n8n\/config\b/g;

const isOurs = ({ name }: { name: string }) => name.startsWith('n8n-nodes-pylon.');

export const loading: Check[] = [
	{
		id: 'a1',
		title: 'n8n loads the package without a warning in the log',
		async run({ n8n }) {
			const lines = n8n.log(100_000).replace(FOLDERS, '').split('\n');
			assert.deepEqual(
				lines.filter((line) => /pylon/i.test(line)),
				[],
			);
		},
	},
	{
		id: 'a2',
		title: 'Three nodes and the tool, with every property, icon and category',
		async run(under) {
			const types = (await (await served(under, '/types/nodes.json')).json()) as NodeType[];
			const ours = types.filter(isOurs);
			// n8n makes it of the node since it has human reviews of tool calls.
			const hasReviews = types.some(({ name }) => name.endsWith('HitlTool'));
			assert.deepEqual(ours.map(({ name }) => name.split('.')[1]).sort(), [
				'pylon',
				...(hasReviews ? ['pylonHitlTool'] : []),
				'pylonPollingTrigger',
				'pylonTool',
				'pylonTrigger',
			]);
			for (const { name, properties } of await described()) {
				const type = ours.find((one) => one.name === `n8n-nodes-pylon.${name}`);
				// n8n itself gives every polling trigger its schedule.
				const own = type?.properties.filter((property) => property.name !== 'pollTimes');
				assert.equal(own?.length, properties.length, `properties of ${name}`);
				assert.deepEqual(type?.codex?.categories, [
					'Communication',
					'Productivity',
					...(name === 'pylon' ? ['HITL'] : []),
				]);
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
			const types = (await (await served(under, '/types/credentials.json')).json()) as Array<
				Pick<NodeType, 'name' | 'iconUrl'>
			>;
			const type = types.find(({ name }) => name === 'pylonApi');
			assert.ok(type, 'n8n does not know pylonApi');
			for (const icon of iconsOf(type))
				assert.match(await (await served(under, icon)).text(), /<svg/);
		},
	},
	{
		id: 'b1',
		title: 'The editor loads the node types when a workflow is opened',
		async run({ api }) {
			const names = ['pylon', 'pylonPollingTrigger', 'pylonTrigger'];
			const nodeInfos = names.map((name) => ({ name: `n8n-nodes-pylon.${name}`, version: 1 }));
			const types = await api.rest.call<NodeType[]>('POST', '/node-types', { nodeInfos });
			assert.deepEqual(
				types.map(({ name }) => name),
				names,
			);
		},
	},
];
