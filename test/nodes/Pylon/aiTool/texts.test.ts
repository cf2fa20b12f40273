import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { resources } from '../../../../nodes/Pylon/operations';
import { agentsDocument } from '../../../../scripts/agents/document';
import { toolFor } from '../../../support/aiTool';

const node = new Pylon();
const { properties } = node.description;

/** Beyond that a model skims, and pays for every call. */
const MOST_CHARACTERS = 300;

/** n8n shows tags as what they stand for. */
const shown = (text = ''): string => text.replace(/<[^>]+>/g, '');

function withEntries(parameters: INodeProperties[], path = ''): Array<[string, INodeProperties]> {
	return parameters.flatMap((parameter): Array<[string, INodeProperties]> => {
		const name = `${path}${parameter.name}`;
		const { type, options = [] } = parameter;
		const entries =
			type === 'collection'
				? (options as INodeProperties[])
				: type === 'fixedCollection'
					? (options as INodePropertyCollection[]).flatMap(({ values }) => values)
					: [];
		return [[name, parameter], ...withEntries(entries, `${name}.`)];
	});
}

const operations = resources.flatMap(({ value: resource, operations: own }) =>
	own.map((operation) => ({ resource, operation, name: `${resource}.${operation.value}` })),
);

test.each(operations)(
	'$name: n8n describes the tool to the model by what it does',
	async ({ resource, operation }) => {
		const parameters = { resource, operation: operation.value };
		const { description } = await toolFor(node, parameters, { token: 'none' });
		expect(description).toBe(`${operation.action} in Pylon`);
	},
);

test('no operation is described alike', () => {
	const actions = operations.map(({ operation }) => operation.action);
	expect(new Set(actions).size).toBe(actions.length);
});

test(`descriptions of operations have ${MOST_CHARACTERS} characters at most`, () => {
	const long = operations.filter(({ operation }) => operation.description.length > MOST_CHARACTERS);
	expect(long.map(({ name, operation }) => `${name}: ${operation.description}`)).toEqual([]);
});

test(`descriptions of parameters have ${MOST_CHARACTERS} characters at most`, () => {
	const long = withEntries(properties)
		.filter(([, { description }]) => shown(description).length > MOST_CHARACTERS)
		.map(([name, { description }]) => `${name}: ${shown(description)}`);
	expect([...new Set(long)]).toEqual([]);
});

test('docs/ai-agents.md is up to date (npm run docs:agents)', () => {
	const page = readFileSync(join(__dirname, '../../../../docs/ai-agents.md'), 'utf8');
	expect(page).toBe(agentsDocument(page));
});

test('lists come with a limit', () => {
	const limit = properties.find(({ name }) => name === 'limit');
	expect(limit?.default).toBe(50);
	const all = properties.filter(({ name }) => name === 'returnAll');
	expect(all.map((one) => one.default)).toEqual(all.map(() => false));
});
