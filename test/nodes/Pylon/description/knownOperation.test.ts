import type { INodeParameters } from 'n8n-workflow';

import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { URL_OF_NO_OPERATION } from '../../../../nodes/Pylon/description/knownOperation';
import { resources } from '../../../../nodes/Pylon/operations';
import { toolFor } from '../../../support/aiTool';
import { runNode } from '../../../support/engine';
import { withPylon } from '../../../support/pylon';

const pylon = withPylon();

const run = async (parameters: INodeParameters, settings: { continueOnFail?: boolean } = {}) =>
	await runNode({
		node: new Pylon(),
		parameters,
		items: [{ json: {} }, { json: {} }],
		credentials: pylon.credentials,
		...settings,
	});

afterEach(() => expect(pylon.sim.requests).toEqual([]));

test.each(resources.map(({ value, operations }) => ({ value, operations })))(
	'$value: an operation that it does not have is named, with those that exist',
	async ({ value, operations }) => {
		const { error } = await run({ resource: value, operation: 'explode' });
		expect(error?.message).toContain(`The resource '${value}' has no operation 'explode'`);
		for (const operation of operations) {
			expect(error).toMatchObject({
				description: expect.stringContaining(`${operation.name} (${operation.value})`),
			});
		}
		expect(error).toMatchObject({ context: { itemIndex: 0 } });
	},
);

test("an operation's display name, or one of another resource, is not its value", async () => {
	const byName = await run({ resource: 'contact', operation: 'Get Many' });
	expect(byName.error?.message).toContain("The resource 'contact' has no operation 'Get Many'");
	const ofIssues = await run({ resource: 'contact', operation: 'snooze' });
	expect(ofIssues.error?.message).toContain("The resource 'contact' has no operation 'snooze'");
});

test.each(['ticket', '', null, 5])(
	'a resource that does not exist is named, with those that do: %p',
	async (resource) => {
		const { error } = await run({ resource, operation: 'get' });
		expect(error?.message).toContain(`The Pylon node has no resource '${resource}'`);
		for (const { name, value } of resources) {
			expect(error).toMatchObject({ description: expect.stringContaining(`${name} (${value})`) });
		}
	},
);

test.each([
	{ resource: '={{ "issue" }}', operation: 'get' },
	{ resource: 'issue', operation: '={{ "get" }}' },
])(
	'expressions are refused, though they would yield what exists: $resource, $operation',
	async (parameters) => {
		const { error } = await run(parameters);
		expect(error?.message).toContain("'Resource' and 'Operation' cannot be expressions");
	},
);

test('on error continue: every item has the sentence, and is linked', async () => {
	const { items } = await run(
		{ resource: 'attachment', operation: 'upload' },
		{ continueOnFail: true },
	);
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	for (const { json } of items) {
		expect(JSON.stringify(json.error)).toContain(
			"The resource 'attachment' has no operation 'upload'",
		);
	}
});

test('a model is told the sentence', async () => {
	const tool = await toolFor(
		new Pylon(),
		{ resource: 'attachment', operation: 'upload' },
		pylon.credentials,
	);
	await expect(tool.invoke({})).rejects.toThrow(
		"The resource 'attachment' has no operation 'upload'",
	);
});

test('every operation declares a URL of its own, by which it is told from one that does not exist', () => {
	const operations = resources.flatMap((resource) => resource.operations);
	const urls = operations.map(({ request }) => request.url);
	expect(urls).not.toContain(undefined);
	expect(urls).not.toContain(URL_OF_NO_OPERATION);
});
