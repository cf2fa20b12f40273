import { exampleNames, readExample } from '../support/examplePage';
import type { Examples } from '../support/examples';
import { startJsonServer } from '../support/jsonServer';

/**
 * Tests that n8n takes every example by its URL.
 *
 * @param examples what they run in; there from the first test on
 */
export function importing(examples: () => Examples): void {
	test('n8n takes every example by its URL', async () => {
		const { rest } = examples().api;
		const server = await startJsonServer(({ path }) => ({
			body: readExample(path.slice(1, -'.json'.length)),
		}));
		try {
			const { id: projectId } = await rest.call<{ id: string }>('GET', '/projects/personal');
			for (const name of exampleNames) {
				const query = { url: `${server.url}/${name}.json`, projectId };
				const taken = await rest.call('GET', '/workflows/from-url', undefined, query);
				expect(taken).toEqual(readExample(name));
			}
		} finally {
			await server.close();
		}
	});
}
