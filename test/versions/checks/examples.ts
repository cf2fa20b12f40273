import assert from 'node:assert/strict';
import { exampleNames, readExample } from '../../e2e/support/examplePage';
import { startJsonServer } from '../../e2e/support/jsonServer';
import type { Check, N8nUnderTest } from '../check';

interface NodeType {
	name: string;
	version: number | number[];
}

/** Node types of this n8n with each of their versions, as workflows name them: `n8n-nodes-base.set 3.4`. */
async function typesOf({ api }: N8nUnderTest): Promise<Set<string>> {
	const types = (await (await api.rest.fetch('/types/nodes.json')).json()) as NodeType[];
	return new Set(
		types.flatMap(({ name, version }) => [version].flat().map((one) => `${name} ${one}`)),
	);
}

export const examples: Check[] = [
	{
		id: 'x1',
		title: 'Every example workflow can be imported by URL, and this n8n has all of its nodes',
		async run(n8n) {
			const types = await typesOf(n8n);
			const server = await startJsonServer(({ path }) => ({
				body: readExample(path.slice(1, -'.json'.length)),
			}));
			n8n.after(async () => await server.close());
			const { rest } = n8n.api;
			const { id: projectId } = await rest.call<{ id: string }>('GET', '/projects/personal');
			for (const name of exampleNames) {
				const query = { url: `${server.url}/${name}.json`, projectId };
				const taken = await rest.call('GET', '/workflows/from-url', undefined, query);
				assert.deepEqual(taken, readExample(name));
				const unknown = readExample(name)
					.nodes.map(({ type, typeVersion }) => `${type} ${typeVersion}`)
					.filter((type) => !types.has(type));
				assert.deepEqual(unknown, [], `${name} has nodes that this n8n does not know`);
			}
		},
	},
];
