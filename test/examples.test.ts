import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
	costsOf,
	EXAMPLES_FOLDER,
	exampleNames,
	readExample,
	readPage,
} from './e2e/support/examplePage';
import { unknownParameters } from './support/knownParameters';

const PICTURES = join(__dirname, '..', 'docs', 'images', 'examples');
const LARGEST_PICTURE = 150_000;
const STICKY_NOTE = 'n8n-nodes-base.stickyNote';

const index = readFileSync(join(EXAMPLES_FOLDER, 'README.md'), 'utf8');

describe.each(exampleNames)('%s', (name) => {
	const { nodes } = readExample(name);

	test('has a page with a picture and its costs, and is in the index', () => {
		expect(readPage(name)).toContain(`](../docs/images/examples/${name}.png)`);
		expect(readPage(name)).toContain(`](${name}.json)`);
		expect(statSync(join(PICTURES, `${name}.png`)).size).toBeLessThan(LARGEST_PICTURE);
		const costs = [...costsOf(name).values()];
		expect(costs.length).toBeGreaterThan(0);
		expect(costs.every((requests) => Number.isInteger(requests) && requests >= 0)).toBe(true);
		expect(index).toContain(`](${name}.md)`);
	});

	test('has a note that says what to change and leads to the page', () => {
		const notes = nodes.filter(({ type }) => type === STICKY_NOTE);
		expect(notes).toHaveLength(1);
		expect(notes[0].parameters.content).toMatch(/\*\*Change this:\*\*/);
		expect(notes[0].parameters.content).toContain(`/examples/${name}.md`);
	});

	test('names credentials, and no record of anybody', () => {
		for (const { credentials = {} } of nodes)
			for (const { id } of Object.values(credentials)) expect(id).toBeNull();
		const parameters = JSON.stringify(nodes.map((node) => node.parameters));
		expect(parameters).not.toMatch(/[0-9a-f]{8}-0000-4000-8000-/);
	});

	test('gives the Pylon nodes parameters that they have', () => {
		for (const { name: node, type, parameters } of nodes)
			expect({ node, unknown: unknownParameters(type, parameters) }).toEqual({ node, unknown: [] });
	});

	test('is connected throughout', () => {
		const { connections } = readExample(name);
		const names = new Set(nodes.map((node) => node.name));
		const linked = new Set(
			Object.entries(
				connections as Record<string, Record<string, Array<Array<{ node: string }>>>>,
			).flatMap(([from, kinds]) => [
				from,
				...Object.values(kinds)
					.flat(2)
					.map(({ node }) => node),
			]),
		);
		expect([...linked].filter((node) => !names.has(node))).toEqual([]);
		const alone = nodes.filter((node) => node.type !== STICKY_NOTE && !linked.has(node.name));
		expect(alone).toEqual([]);
	});
});

test('every page belongs to a workflow, and every link of the index leads to a file', () => {
	const pages = readdirSync(EXAMPLES_FOLDER).filter((file) => /^(?!README).*\.md$/.test(file));
	for (const page of pages) expect(exampleNames).toContain(page.slice(0, -'.md'.length));
	for (const [, link] of index.matchAll(/\]\(([^)#:]+)\)/g))
		expect({ link, exists: existsSync(join(EXAMPLES_FOLDER, link)) }).toEqual({
			link,
			exists: true,
		});
});
