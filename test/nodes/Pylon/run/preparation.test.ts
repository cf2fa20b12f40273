import type { INodeParameters, INodeProperties, PreSendAction } from 'n8n-workflow';
import { contactId } from '../../../../nodes/Pylon/parameters/record/commonRecordFields';
import { beforeSending, type Step } from '../../../../nodes/Pylon/run/operationPlan';
import { clock } from '../../../../nodes/shared/client/clock';
import { WrongInput } from '../../../../nodes/shared/input';
import { addContacts } from '../../../../sandbox/pylon';
import { runNode, type RunNodeOptions } from '../../../support/engine';
import { withPylon } from '../../../support/pylon';
import { doIt, nodeWith } from '../../shared/client/support/ownNode';
import { getContact, itemsOf, runPylon } from '../../shared/client/support/run';
import { batching, shortBeats, turn } from './support/preparing';

const pylon = withPylon();
afterEach(() => jest.restoreAllMocks());

/** Gets contacts, with a step of n8n's preparation that is told of each item. */
async function getContacts(
	count: number,
	prepare: PreSendAction,
	requestOptions: INodeParameters = {},
	more: Partial<RunNodeOptions> = {},
) {
	const ids = addContacts(pylon.sim.state, count);
	const watched: INodeProperties = {
		displayName: 'Watched',
		name: 'watched',
		type: 'hidden',
		default: '',
		routing: { send: { preSend: [prepare] } },
	};
	return await runNode({
		node: nodeWith({
			request: { method: 'GET', url: '/contacts/{contactId}' },
			fields: [contactId, watched],
		}),
		credentials: pylon.credentials,
		parameters: {
			...doIt,
			...requestOptions,
			contactId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
		},
		items: itemsOf(...ids.map((id) => ({ id }))),
		...more,
	});
}

test.each<[string, INodeParameters, number]>([
	['every 4 items by default', {}, 12],
	['where the options have no batching: never', { requestOptions: { timeout: 5000 } }, 0],
	['as often as is set', batching(30, 1), 1],
])('n8n pauses while it prepares 51 items: %s', async (_, requestOptions, pauses) => {
	const timers = jest.spyOn(global, 'setTimeout');
	const parameters = { ...getContact(), ...requestOptions };
	const inputs = addContacts(pylon.sim.state, 51).map((id) => ({ id }));
	const { items } = await runPylon(pylon.credentials, parameters, inputs);
	expect(items).toHaveLength(51);
	expect(timers.mock.calls.filter(([, ms]) => ms === 1)).toHaveLength(pauses);
});

test('other work gets its turn while the input of many items is checked', async () => {
	const turns: number[] = [];
	let passed = 0;
	jest.spyOn(clock, 'turn').mockImplementation(async () => {
		await turn();
		passed++;
	});
	const check: Step = () => void turns.push(passed);
	const { items } = await getContacts(51, beforeSending(check), batching(60, 1));
	expect(items).toHaveLength(51);
	expect([...new Set(turns)]).toHaveLength(13);
});

test("items are checked in n8n's pauses, but only when other work has had its turn", async () => {
	const steps: string[] = [];
	const original = clock.turn;
	jest.spyOn(clock, 'turn').mockImplementation(async () => {
		await original();
		steps.push('turn');
	});
	// n8n's pause ends when the items before it have been checked.
	const { setTimeout } = global;
	jest.spyOn(global, 'setTimeout').mockImplementation(((run: () => void, ms?: number) => {
		if (ms !== 1) return setTimeout(run, ms);
		const end = () => (steps.includes('check 2') ? run() : setImmediate(end));
		return setImmediate(end);
	}) as typeof setTimeout);
	const checked = beforeSending(function () {
		steps.push(`check ${this.getItemIndex()}`);
	});
	const { items } = await getContacts(
		6,
		async function (request) {
			steps.push(`prepare ${this.getItemIndex()}`);
			return await checked.call(this, request);
		},
		batching(3, 1),
	);
	expect(items).toHaveLength(6);
	const batch = (first: number) => [
		...[0, 1, 2].map((item) => `prepare ${first + item}`),
		'turn',
		...[0, 1, 2].map((item) => `check ${first + item}`),
	];
	expect(steps.filter((step, index) => step !== 'turn' || steps[index - 1] !== 'turn')).toEqual([
		...batch(0),
		...batch(3),
		'turn',
	]);
});

test('wrong input that shows only after some promises stops the others all the same', async () => {
	const check: Step = async function () {
		if (this.getItemIndex() !== 2) return;
		for (let promises = 0; promises < 500; promises++) await Promise.resolve();
		throw new WrongInput("'Watched' is wrong", '');
	};
	const { error } = await getContacts(3, beforeSending(check));
	expect(error?.message).toBe("'Watched' is wrong [item 2]");
	expect(pylon.sim.requests).toEqual([]);
});

test.each([
	['a pause of n8n', 10, [0, 0, 0]],
	['items that are spread over time', 11, [0, 1, 2]],
])('%s: what was sent when an item is prepared', async (_, interval, expected) => {
	const sent: number[] = [];
	const { items } = await getContacts(
		3,
		async function (request) {
			// n8n goes on with the next item when its pause is over, however long this one takes.
			const item = this.getItemIndex();
			while (pylon.sim.requests.length < expected[item]) await turn();
			sent[item] = pylon.sim.requests.length;
			return request;
		},
		batching(1, interval),
	);
	expect(items).toHaveLength(3);
	expect(sent).toEqual(expected);
});

test('items that n8n prepares slowly, each within a second, are sent', async () => {
	const beats = shortBeats();
	const { items, error } = await getContacts(4, async function (request) {
		// 15 beats of 50 ms for each item. When the items have given up waiting, no further ones come.
		for (let turns = 0; beats.count < this.getItemIndex() * 15 && turns < 5000; turns++)
			await turn();
		return request;
	});
	expect(error).toBeUndefined();
	expect(items).toHaveLength(4);
});

test('items that n8n prepares too late are an error, never an empty result', async () => {
	const beats = shortBeats();
	const { error, items } = await getContacts(2, async function (request) {
		// n8n prepares the second item only when the first has given up waiting for it.
		if (this.getItemIndex() === 1) while (beats.count < 20) await turn();
		if (this.getItemIndex() === 1) for (let passed = 0; passed < 50; passed++) await turn();
		return request;
	});
	expect(items).toEqual([]);
	expect(error?.message).toMatch(/^n8n did not prepare all items in time, so nothing was sent/);
	expect(pylon.sim.requests).toEqual([]);
});
