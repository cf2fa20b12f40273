import type { ServerResponse } from 'node:http';
import { knownRun, type Run } from '../../../../nodes/Pylon/run/runState';
import { seedIds } from '../../../../sandbox/pylon';
import { runNode } from '../../../support/engine';
import { withLoopback } from '../../../support/loopback';
import { withPylon } from '../../../support/pylon';
import { doIt, nodeWith } from '../../shared/client/support/ownNode';
import { errorOf, getContact, itemsOf, runPylon } from '../../shared/client/support/run';

const pylon = withPylon();
const loopback = withLoopback();
const read = getContact(seedIds.contacts.ada);

test.each([
	[
		'concurrency',
		[0, 21, -1, 1.5, 'x'],
		"'Requests at Once' has to be a whole number from 1 to 20",
	],
	['maxTries', [0, 11, 2.5, 'many'], "'Number of Tries' has to be a whole number from 1 to 10"],
	[
		'longestWait',
		[-1, 3601, 0.5, 'long'],
		"'Longest Wait (Seconds)' has to be a whole number from 0 to 3600",
	],
	['concurrency', ['', null], "'Requests at Once' is empty"],
])('%s out of range', async (name, values, message) => {
	for (const value of values) {
		const parameters = { ...read, requestOptions: { [name]: value } };
		const { error } = await runPylon(pylon.credentials, parameters, [{}, {}]);
		expect(error?.message).toBe(`${message} [item 0]`);
		const { items } = await runPylon(pylon.credentials, parameters, [{}, {}], {
			onError: 'continueRegularOutput',
		});
		expect(items.map((item) => [errorOf(item)?.message, item.pairedItem])).toEqual([
			[message, { item: 0 }],
			[message, { item: 1 }],
		]);
	}
	expect(pylon.sim.requests).toEqual([]);
});

test.each(['', null])('%j is none', async (concurrency) => {
	const { error } = await runPylon(pylon.credentials, { ...read, requestOptions: { concurrency } });
	expect(error?.message).toBe("'Requests at Once' is empty");
	expect(pylon.sim.requests).toEqual([]);
});

test('the description names the option by the words of the editor', async () => {
	const { error } = await runPylon(pylon.credentials, {
		...read,
		requestOptions: { concurrency: 0 },
	});
	expect(error).toMatchObject({
		description:
			"It is 0. Change 'Requests at Once' under 'Request Options' in the node's settings.",
	});
});

/** In so many turns of the event loop, further requests would have come if they had been sent. */
const TURNS = 50;

/** Answers when `size` requests are open at the same time and no further one comes; knows the most that were. */
async function gate(size: number, total: number) {
	const open: ServerResponse[] = [];
	let received = 0;
	let most = 0;
	const answer = async () => {
		for (let turn = 0; turn < TURNS; turn++) await new Promise((resolve) => setImmediate(resolve));
		for (const held of open.splice(0)) {
			held
				.writeHead(200, { 'content-type': 'application/json' })
				.end('{"data":{"id":"c"},"request_id":"r"}');
		}
	};
	const server = await loopback.serve((_, response) => {
		open.push(response);
		received += 1;
		most = Math.max(most, open.length);
		if (open.length === size || received === total) void answer();
	});
	return { server, most: () => most };
}

test.each([
	['1', { concurrency: 1 }, 1],
	['20', { concurrency: 20 }, 20],
	['7, written as text,', { concurrency: '7' }, 7],
	['100 by default', {}, 100],
	['100 automatically', { concurrency: 'Automatic' }, 100],
])('%s requests at once', async (_, requestOptions, size) => {
	const inputs = Array.from({ length: size + 20 }, () => ({}));
	const { server, most } = await gate(size, inputs.length);
	const { items } = await runPylon(
		{ ...pylon.credentials, baseUrl: server.url },
		{ ...read, requestOptions },
		inputs,
	);
	expect(items).toHaveLength(inputs.length);
	expect(most()).toBe(size);
});

test("n8n's own batching keeps working", async () => {
	const inputs = Array.from({ length: 6 }, () => ({}));
	const batching = { batch: { batchSize: 2, batchInterval: 5 } };
	const { items } = await runPylon(
		pylon.credentials,
		{ ...read, requestOptions: { batching } },
		inputs,
	);
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual(inputs.map((_, item) => ({ item })));
});

test.each([true, false])(
	'what only one item needs is forgotten when it has ended, well or not (%s)',
	async (fails) => {
		const seen: Array<{ run: Run; sizes: number[] }> = [];
		const sizesOf = ({ connections, parameters }: Run) => [connections.size, parameters.size];
		const node = nodeWith({
			request: { method: 'GET', url: '/me' },
			run: async ({ context }) => {
				const run = knownRun(context);
				seen.push({ run, sizes: sizesOf(run) });
				if (fails) throw new Error('no');
				return await Promise.resolve([{ json: {} }]);
			},
		});
		const items = itemsOf({}, {});
		const options = { node, parameters: doIt, items, continueOnFail: true };
		await runNode({ credentials: pylon.credentials, ...options });
		expect(seen[0].sizes).toEqual([2, 2]);
		expect(sizesOf(seen[1].run)).toEqual([0, 0]);
	},
);
