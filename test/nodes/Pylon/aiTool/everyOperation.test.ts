import type { INodePropertyOptions } from 'n8n-workflow';

import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { resources } from '../../../../nodes/Pylon/operations';
import type { SimulatedPylon } from '../../../../sandbox/pylon';
import { toolFor } from '../../../support/aiTool';
import { withPylon } from '../../../support/pylon';
import { withVirtualTime } from '../../shared/client/support/virtualTime';
import { emptyCall, leastCall, type ToolCall } from './support/arguments';

jest.setTimeout(30_000);
const pylon = withPylon();
const node = new Pylon();
// Periods that end now are to be the same in two calls.
withVirtualTime();

const call = async (callOf: (sim: SimulatedPylon) => ToolCall) => {
	const { sim, credentials } = pylon;
	sim.resetState();
	sim.resetLog();
	const { parameters, args } = callOf(sim);
	const tool = await toolFor(node, parameters, credentials);
	const answer = await tool.invoke(args);
	return {
		answer,
		sent: sim.requests.map(({ method, path, query, body }) => ({ method, path, query, body })),
	};
};

/** Needs a file of an item, which a model does not have. */
const WITH_FILES = ['trainingData.uploadFiles'];

/** An empty 'Dry Run' stays a dry run: see values.test.ts. */
const NOT_AS_IF_MISSING = ['account.merge'];

/** Of a record as it comes by default; a list has 50 of them at most. */
const BYTES_OF_A_RECORD = 2_000;

/** Has a limit of its own, and many records in one. */
const WHOLE_CASE = 'issue.getContext';

const operations = resources
	.flatMap((resource) =>
		resource.operations.map((operation) => ({
			resource,
			operation,
			name: `${resource.value}.${operation.value}`,
		})),
	)
	.filter(({ operation, name }) => !operation.notForTools && !WITH_FILES.includes(name));

describe.each(operations)('$name', ({ resource, operation, name }) => {
	test('answers with records, of a size that a model can read', async () => {
		const { answer } = await call((sim) => leastCall(sim, resource, operation, 'typed'));
		const records = JSON.parse(answer) as unknown[];
		expect(records.length).toBeGreaterThan(0);
		expect(answer.length).toBeLessThan(20_000);
		for (const record of records) {
			const size = Buffer.byteLength(JSON.stringify(record));
			expect(size).toBeLessThan(name === WHOLE_CASE ? 20_000 : BYTES_OF_A_RECORD);
		}
	});

	test('takes all values as text, too', async () => {
		const typed = await call((sim) => leastCall(sim, resource, operation, 'typed'));
		const text = await call((sim) => leastCall(sim, resource, operation, 'text'));
		expect(text.sent).toEqual(typed.sent);
	});

	if (NOT_AS_IF_MISSING.includes(name)) return;
	test('leaves out optional values that are empty', async () => {
		const least = await call((sim) => leastCall(sim, resource, operation, 'typed'));
		const withEmpty = await call((sim) => emptyCall(sim, resource, operation));
		expect(withEmpty.sent).toEqual(least.sent);
	});
});

test('what has no answer for a model is not offered, and refused where a workflow has it all the same', async () => {
	const notOffered = node.description.properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ options = [] }) => options as INodePropertyOptions[])
		.filter(({ displayOptions }) => displayOptions?.hide?.['@tool']);
	expect(notOffered.map(({ value }) => value)).toEqual(['sendAndWait']);
	const { answer, sent } = await call(() => ({
		parameters: {
			resource: 'issue',
			operation: 'sendAndWait',
			issueId: { __rl: true, mode: 'number', value: 101 },
			message: 'May I?',
		},
		args: {},
	})).catch((error: Error) => ({ answer: error.message, sent: [] }));
	expect(answer).toContain('cannot be used as a tool');
	expect(sent).toEqual([]);
});
