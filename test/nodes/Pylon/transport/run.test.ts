import { seedIds } from '../../../../sandbox/pylon';
import { withPylon } from '../../../support/pylon';
import { errorOf, getContact, runPylon } from './support/run';

const pylon = withPylon();
const read = getContact(seedIds.contacts.ada);

test.each([
	['concurrency', [0, 21, -1, 1.5, 'x', '', null], "'Requests at Once' has to be a whole number from 1 to 20"],
	['maxTries', [0, 11, 2.5, 'many'], "'Number of Tries' has to be a whole number from 1 to 10"],
	['longestWait', [-1, 3601, 0.5, 'long'], "'Longest Wait (Seconds)' has to be a whole number from 0 to 3600"],
])('%s out of range', async (name, values, message) => {
	for (const value of values) {
		const parameters = { ...read, requestOptions: { [name]: value } };
		const { error } = await runPylon(pylon.credentials, parameters, [{}, {}]);
		expect(error?.message).toBe(message);
		const { items } = await runPylon(pylon.credentials, parameters, [{}, {}], { onError: 'continueRegularOutput' });
		expect(items.map((item) => [errorOf(item)?.message, item.pairedItem])).toEqual([
			[message, { item: 0 }],
			[message, { item: 1 }],
		]);
	}
	expect(pylon.sim.requests).toEqual([]);
});

test('the description names the option by the words of the editor', async () => {
	const { error } = await runPylon(pylon.credentials, { ...read, requestOptions: { concurrency: 0 } });
	expect(error).toMatchObject({ description: "Change 'Requests at Once' under 'Request Options' in the node's settings." });
});

test.each([1, 20, '7'])('%j requests at once', async (concurrency) => {
	pylon.sim.faults.add({ kind: 'delay', ms: 15 });
	const inputs = Array.from({ length: 50 }, () => ({}));
	const { items } = await runPylon(pylon.credentials, { ...read, requestOptions: { concurrency } }, inputs);
	expect(items).toHaveLength(50);
	expect(pylon.sim.maxInFlight()).toBe(Number(concurrency));
});

test('five by default', async () => {
	pylon.sim.faults.add({ kind: 'delay', ms: 15 });
	await runPylon(pylon.credentials, read, Array.from({ length: 25 }, () => ({})));
	expect(pylon.sim.maxInFlight()).toBe(5);
});

test("n8n's own batching keeps working", async () => {
	const inputs = Array.from({ length: 6 }, () => ({}));
	const batching = { batch: { batchSize: 2, batchInterval: 5 } };
	const { items } = await runPylon(pylon.credentials, { ...read, requestOptions: { batching } }, inputs);
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual(inputs.map((_, item) => ({ item })));
});
