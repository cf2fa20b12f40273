import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { addContacts, seedIds } from '../../../../sandbox/pylon';
import { toolFor } from '../../../support/aiTool';
import { runNode } from '../../../support/engine';
import { withPylon } from '../../../support/pylon';
import { doIt, nodeWith } from '../../shared/client/support/ownNode';
import {
	createIssue,
	errorOf,
	getContact,
	listContacts,
	runPylon,
} from '../../shared/client/support/run';
import { withVirtualTime } from '../../shared/client/support/virtualTime';

const pylon = withPylon();
withVirtualTime();

const inputsFor = (ids: string[]) => ids.map((id) => ({ id }));

test('the output is in the order of the input, whoever answers first', async () => {
	const ids = addContacts(pylon.sim.state, 30);
	pylon.sim.faults.add({ kind: 'delay', ms: 20, every: 3 });
	pylon.sim.faults.add({ kind: 'status', status: 503, every: 7 });
	const { items } = await runPylon(pylon.credentials, getContact(), inputsFor(ids));
	expect(items.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual(
		ids.map((id, item) => [id, { item }]),
	);
});

describe('without continue-on-fail', () => {
	test('nothing begins after an item that did not go through, and its own failure is shown', async () => {
		const ids = addContacts(pylon.sim.state, 40);
		ids[7] = 'nobody';
		const requestOptions = { concurrency: 2 };
		const { items, error } = await runPylon(
			pylon.credentials,
			{ ...getContact(), requestOptions },
			inputsFor(ids),
		);
		expect(items).toEqual([]);
		expect(error).toMatchObject({
			message: "Pylon has no record 'nobody' for 'Contact': Contact not found! [item 7]",
			httpCode: '404',
			context: { itemIndex: 7 },
		});
		expect(pylon.sim.requests.length).toBeLessThanOrEqual(9);
		expect(pylon.sim.requests.length).toBeGreaterThanOrEqual(8);
	});

	test.each([0, 17, 39])(
		'wrong input of item %d stops the run before anything is sent',
		async (wrong) => {
			const inputs = Array.from({ length: 40 }, (_, index) => ({
				title: index === wrong ? '' : `Issue ${index}`,
			}));
			const { error } = await runPylon(pylon.credentials, createIssue(), inputs);
			expect(error).toMatchObject({
				message: `'Title' is empty [item ${wrong}]`,
				context: { itemIndex: wrong },
			});
			expect(pylon.sim.requests).toEqual([]);
		},
	);

	test.each([0, 17, 39])(
		'an expression of item %d that cannot be evaluated does so too',
		async (wrong) => {
			const inputs = Array.from({ length: 40 }, (_, index) => ({
				title: index === wrong ? null : `Issue ${index}`,
			}));
			const { error } = await runPylon(
				pylon.credentials,
				createIssue("={{ $json.title ?? $('Nowhere').item.json.title }}"),
				inputs,
			);
			expect(error?.message).toBe("Referenced node doesn't exist");
			// n8n has ended the run, but not the items before: they must end without a request.
			for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setImmediate(resolve));
			expect(pylon.sim.requests).toEqual([]);
		},
	);
});

describe('with continue-on-fail', () => {
	test('each failed item says why, the others are unharmed and in order', async () => {
		const ids = addContacts(pylon.sim.state, 12);
		ids[3] = 'nobody';
		ids[5] = '';
		ids[11] = '..';
		const { items, error } = await runPylon(pylon.credentials, getContact(), inputsFor(ids), {
			onError: 'continueRegularOutput',
		});
		expect(error).toBeUndefined();
		expect(
			items.map((item, index) => errorOf(item)?.message ?? item.json.id === ids[index]),
		).toEqual(
			ids.map(
				(_, index) =>
					({
						3: "Pylon has no record 'nobody' for 'Contact': Contact not found!",
						5: "'Contact' is empty",
						11: "'Contact' cannot be '..'",
					})[index] ?? true,
			),
		);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(ids.map((_, item) => ({ item })));
	});

	test('an expression that cannot be evaluated harms its own item only', async () => {
		const inputs = [{ title: 'a' }, { title: null }, { title: 'c' }];
		const parameters = createIssue("={{ $json.title ?? $('Nowhere').item.json.title }}");
		const { items } = await runPylon(pylon.credentials, parameters, inputs, {
			onError: 'continueRegularOutput',
		});
		expect(items.map(({ json }) => json.title)).toEqual(['a', undefined, 'c']);
		expect(items[1].error?.message).toBe("Referenced node doesn't exist");
		expect(pylon.sim.countOf('createIssue')).toBe(2);
	});
});

test('items of an operation that yields none or many link to their input', async () => {
	addContacts(pylon.sim.state, 5);
	const parameters = {
		...listContacts({ returnAll: false, limit: '={{ $json.limit }}' }),
		requestOptions: { concurrency: 1 },
	};
	pylon.sim.faults.add({
		kind: 'status',
		status: 200,
		body: { data: [], request_id: 'r' },
		nth: [2],
	});
	const { items } = await runPylon(pylon.credentials, parameters, [
		{ limit: 3 },
		{ limit: 2 },
		{ limit: 1 },
	]);
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
		{ item: 0 },
		{ item: 0 },
		{ item: 0 },
		{ item: 2 },
	]);
});

test('no item at all in, none out', async () => {
	expect(await runPylon(pylon.credentials, getContact(seedIds.contacts.ada), [])).toEqual({
		items: [],
	});
	expect(pylon.sim.requests).toEqual([]);
});

test('two sends of one item at the same time do not mix their answers', async () => {
	const { ada, ben } = seedIds.contacts;
	const node = nodeWith({
		request: { method: 'GET', url: '/me' },
		run: async ({ send }) => {
			const ids = [ada, ben, ada];
			const all = await Promise.all(
				ids.map(
					async (contactId) =>
						await send({ template: '/contacts/{contactId}', ids: { contactId } }),
				),
			);
			return all.flat();
		},
	});
	pylon.sim.faults.add({ kind: 'delay', ms: 30, nth: [1] });
	const { items } = await runNode({ node, credentials: pylon.credentials, parameters: doIt });
	expect(items.map(({ json }) => json.id)).toEqual([ada, ben, ada]);
});

test('what an AI model has to do differently stands in the message: an agent gets nothing else', async () => {
	const tool = await toolFor(
		new Pylon(),
		getContact("={{ $fromAI('contact') }}"),
		pylon.credentials,
	);
	const answer = await tool.invoke({ contact: 'nobody' }).catch((error: Error) => error.message);
	expect(answer).toContain(
		"Pylon has no record 'nobody' for 'Contact': Contact not found! Check 'Contact'",
	);
});
