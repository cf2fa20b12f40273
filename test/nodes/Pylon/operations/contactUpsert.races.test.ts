import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { seedIds } from '../../../../sandbox/pylon';
import { added } from '../../../support/listChange';
import { withPylon } from '../../../support/pylon';
import { errorOf, runPylon } from '../../shared/client/support/run';
import { holdingFirstSearch } from './support/heldAnswer';

const pylon = withPylon({ checkReplies: true });

const { carla, dmitri } = seedIds.contacts;

const ASKING = { email: 'dmitri@initech.example', matchBy: ['email'], number: '100' };
const BY_ID = { matchBy: ['externalId'] };
const BY_EMAIL = { matchBy: ['email'] };
const parameters: INodeParameters = {
	resource: 'contact',
	operation: 'upsert',
	externalId: '={{ $json.externalId }}',
	email: '={{ $json.email }}',
	name: '={{ $json.name }}',
	matchBy: '={{ $json.matchBy }}',
	additionalFields: { phoneNumbers: added('={{ $json.number }}') },
};

/** Comes when an item before it is done. */
const LAST = { externalId: 'crm-last', name: 'Last', number: '900', ...BY_ID };

/**
 * The first item searches for the addresses of all; what Pylon has found arrives when `one` is done.
 * @param one does not need the answer
 * @param next of the same contact; waits for the answer, or begins when it is there
 */
async function run(one: IDataObject, next: IDataObject, isLater: boolean) {
	const inputs = isLater ? [ASKING, one, LAST, next] : [ASKING, one, next, LAST];
	const held = await holdingFirstSearch(pylon.sim.url, (path) => path.endsWith('/crm-last'));
	const { items } = await runPylon(
		{ ...pylon.credentials, baseUrl: held.url },
		{ ...parameters, requestOptions: { maxTries: 1, concurrency: isLater ? 2 : 3 } },
		inputs,
		{ continueOnFail: true },
	);
	await held.close();
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual(inputs.map((_, item) => ({ item })));
	expect(items[inputs.indexOf(LAST)].json.created).toBe(true);
	expect(pylon.sim.state.contacts.get(dmitri)?.phone_numbers).toContain('100');
	return [items[1], items[inputs.indexOf(next)]];
}

const values = () =>
	pylon.sim.requests
		.filter(({ operationId }) => operationId === 'searchContacts')
		.map(({ body }) => (body as { filter: { value?: string; values?: string[] } }).filter)
		.map(({ value, values: several = [value ?? ''] }) => several);
const stored = (id: string) => pylon.sim.state.contacts.get(id)!;

describe.each([
	['waits for the answer', false],
	['begins when the answer is there', true],
])('while the shared search is under way; the next item %s', (_, isLater) => {
	test('an item creates a contact with an address that the search has not found: the next item updates it', async () => {
		const before = pylon.sim.state.contacts.size;
		const items = await run(
			{ externalId: 'crm-zoe', email: 'zoe@acme.example', name: 'Zoe', number: '1', ...BY_ID },
			{ email: 'zoe@acme.example', number: '2', ...BY_EMAIL },
			isLater,
		);
		expect(items.map(({ json }) => json.created)).toEqual([true, false]);
		expect(values()).toEqual([['dmitri@initech.example', 'zoe@acme.example']]);
		expect(pylon.sim.state.contacts.size).toBe(before + 2);
		expect(pylon.sim.state.contacts.find('email', 'zoe@acme.example')?.phone_numbers).toEqual([
			'1',
			'2',
		]);
		expect(pylon.sim.countOf('createContact')).toBe(2);
	});

	test('an item gives a contact an address that the search has not found: the next item updates that contact', async () => {
		const items = await run(
			{ externalId: 'crm-carla', email: 'carla@home.example', number: '1', ...BY_ID },
			{ email: 'carla@home.example', number: '2', ...BY_EMAIL },
			isLater,
		);
		expect(items.map(({ json }) => json.created)).toEqual([false, false]);
		expect(values()).toHaveLength(1);
		expect(stored(carla).phone_numbers).toEqual(expect.arrayContaining(['1', '2']));
	});

	test('an item changes a contact that the search has found as it was: nothing of it is undone', async () => {
		const before = stored(carla).phone_numbers;
		await run(
			{ externalId: 'crm-carla', number: '1', ...BY_ID },
			{ email: 'carla@globex.example', number: '2', ...BY_EMAIL },
			isLater,
		);
		expect(values()).toEqual([['dmitri@initech.example', 'carla@globex.example']]);
		expect(stored(carla).phone_numbers).toEqual([...before, '1', '2']);
		expect(pylon.sim.countOf('getContact')).toBe(2);
	});

	test('an item does not learn what came of its change: what the search has found does not count', async () => {
		const before = stored(carla).phone_numbers;
		pylon.sim.faults.add({
			kind: 'reset',
			processed: true,
			operationId: 'updateContact',
			nth: [1],
		});
		const items = await run(
			{ externalId: 'crm-carla', number: '1', ...BY_ID },
			{ email: 'carla@globex.example', number: '2', ...BY_EMAIL },
			isLater,
		);
		expect(items.map((item) => errorOf(item) === undefined)).toEqual([false, true]);
		expect(values()).toEqual([
			['dmitri@initech.example', 'carla@globex.example'],
			['carla@globex.example'],
		]);
		expect(stored(carla).phone_numbers).toEqual([...before, '1', '2']);
	});

	test('an item does not learn whether it has created: the next one asks again', async () => {
		const before = pylon.sim.state.contacts.size;
		pylon.sim.faults.add({
			kind: 'reset',
			processed: true,
			operationId: 'createContact',
			nth: [1],
		});
		const items = await run(
			{ externalId: 'crm-zoe', email: 'zoe@acme.example', name: 'Zoe', number: '1', ...BY_ID },
			{ email: 'zoe@acme.example', name: 'Z.', number: '2', ...BY_EMAIL },
			isLater,
		);
		expect(items.map((item) => errorOf(item)?.maybeProcessed)).toEqual([true, undefined]);
		expect(values()).toEqual([
			['dmitri@initech.example', 'zoe@acme.example'],
			['zoe@acme.example'],
		]);
		expect(pylon.sim.state.contacts.size).toBe(before + 2);
		expect(pylon.sim.state.contacts.find('email', 'zoe@acme.example')).toMatchObject({
			name: 'Z.',
			phone_numbers: ['1', '2'],
		});
	});

	test('an item is refused what it wants to create: the next one with the address asks again', async () => {
		pylon.sim.faults.add({ kind: 'status', status: 403, operationId: 'createContact', nth: [1] });
		const items = await run(
			{ externalId: 'crm-zoe', email: 'zoe@acme.example', name: 'Zoe', number: '1', ...BY_ID },
			{ email: 'zoe@acme.example', name: 'Z.', number: '2', ...BY_EMAIL },
			isLater,
		);
		expect(items.map((item) => errorOf(item)?.status)).toEqual([403, undefined]);
		expect(values()).toEqual([
			['dmitri@initech.example', 'zoe@acme.example'],
			['zoe@acme.example'],
		]);
		expect(items[1].json.created).toBe(true);
	});
});

test('an item that begins later finds what the search left unclear anew', async () => {
	const before = stored(carla).phone_numbers;
	pylon.sim.faults.add({ kind: 'reset', processed: true, operationId: 'updateContact', nth: [2] });
	// Found by the external ID when the search has long been answered, and changed without an answer.
	const { items } = await runPylon(
		pylon.credentials,
		{ ...parameters, requestOptions: { maxTries: 1, concurrency: 1 } },
		[
			{ email: 'ada@shared-inbox.example', number: '3', ...BY_EMAIL },
			{ externalId: 'crm-carla', number: '1', ...BY_ID },
			{ email: 'carla@globex.example', number: '2', ...BY_EMAIL },
		],
		{ continueOnFail: true },
	);
	expect(items.map((item) => errorOf(item) === undefined)).toEqual([true, false, true]);
	expect(values()).toEqual([
		['ada@shared-inbox.example', 'carla@globex.example'],
		['carla@globex.example'],
	]);
	expect(stored(carla).phone_numbers).toEqual([...before, '1', '2']);
});
