import { seedIds } from '../../../../sandbox/pylon';
import { errorOf } from '../../shared/client/support/run';
import {
	pylon,
	upsert,
	linked,
	inputItems,
	change,
	counts,
	existing,
} from './support/contactLookUps';

const { carla, dmitri } = seedIds.contacts;

/** The addresses that each search asked for. */
const asked = () =>
	pylon.sim.requests
		.filter(({ operationId }) => operationId === 'searchContacts')
		.map(({ body }) => (body as { filter: { value?: string; values?: string[] } }).filter)
		.map(({ value, values = [value ?? ''] }) => values);

describe('one search for a hundred contacts', () => {
	test.each<[string, number, number]>([
		['everything is there already', 100, 1],
		['a little more', 101, 2],
		['much more', 250, 3],
	])('nothing to write: %s', async (_, count, searches) => {
		const { items, error } = await upsert(
			existing(count).map(({ email, name }) => ({ email, name })),
		);
		expect(error).toBeUndefined();
		expect(counts()).toEqual({ searchContacts: searches });
		expect(items.every(({ json }) => json.created === false)).toBe(true);
		expect(linked(items)).toEqual(inputItems(count));
	});

	test('with a change each', async () => {
		const contacts = existing(100);
		const { items } = await upsert(
			contacts.map(({ email }, index) => ({ email, name: `N${index}` })),
		);
		expect(counts()).toEqual({ searchContacts: 1, updateContact: 100 });
		expect(items.map(({ json }) => json.id)).toEqual(contacts.map(({ id }) => id));
		expect(contacts.map(({ id }) => pylon.sim.state.contacts.get(id)?.name)).toEqual(
			contacts.map((_, index) => `N${index}`),
		);
	});

	test('of those that may fail, too', async () => {
		const inputs = existing(100).map(({ email }, index) => ({
			email: index === 40 ? 'no address' : email,
			name: 'N',
		}));
		const { items } = await upsert(inputs, {}, { continueOnFail: true });
		expect(items.flatMap((item, index) => (errorOf(item) === undefined ? [] : [index]))).toEqual([
			40,
		]);
		expect(counts()).toEqual({ searchContacts: 1, updateContact: 99 });
	});

	test('the request is one that the search takes', async () => {
		const inputs = existing(2).map(({ email }) => ({ email }));
		await upsert([...inputs, { email: 'CARLA@globex.example' }]);
		const values = [
			...inputs.map(({ email }) => email),
			'CARLA@globex.example',
			'carla@globex.example',
		];
		expect(pylon.sim.requests.map(({ body }) => body)).toEqual([
			{ filter: { field: 'email', operator: 'in', values }, limit: 999 },
		]);
	});

	test('an address that several contacts have is no clear match; the others go on', async () => {
		change(dmitri, { emails: ['carla@globex.example', 'dmitri@initech.example'] });
		const { items } = await upsert(
			[
				{ email: 'ada@shared-inbox.example' },
				{ email: 'carla@globex.example' },
				{ email: 'dmitri@initech.example', name: 'D.' },
			],
			{},
			{ continueOnFail: true },
		);
		expect(items.map((item) => errorOf(item)?.message)).toEqual([
			undefined,
			"2 contacts have the Email 'carla@globex.example'",
			undefined,
		]);
		expect(errorOf(items[1])?.candidateIds).toEqual(expect.arrayContaining([carla, dmitri]));
		expect(pylon.sim.state.contacts.get(dmitri)?.name).toBe('D.');
	});

	test('a page that is empty is not the end', async () => {
		pylon.sim.faults.add({ kind: 'empty-page', operationId: 'searchContacts', nth: [1] });
		const { items } = await upsert(existing(10).map(({ email }) => ({ email, name: 'N' })));
		expect(items.every(({ json }) => json.created === false)).toBe(true);
		expect(counts()).toEqual({ searchContacts: 2, updateContact: 10 });
	});
});

describe('no address is asked for twice', () => {
	test.each([1, 5, 20])('one that items have in common (%d at once)', async (concurrency) => {
		pylon.sim.faults.add({ kind: 'delay', ms: 20, operationId: 'searchContacts' });
		const emails = existing(150).map(({ email }) => email);
		const inputs = [...emails, ...emails.slice(20, 60), 'new@bulk.example', 'NEW@bulk.example'].map(
			(email, index) => ({ email, name: `N${index}` }),
		);
		const { items, error } = await upsert(inputs, { requestOptions: { maxTries: 1, concurrency } });
		expect(error).toBeUndefined();
		const values = asked().flat();
		expect(values).toHaveLength(new Set(values).size);
		expect(counts()).toEqual({ searchContacts: 2, createContact: 1, updateContact: 191 });
		expect(items.map(({ json }) => json.name)).toEqual(inputs.map(({ name }) => name));
		expect(items.slice(-2).map(({ json }) => json.created)).toEqual([true, false]);
	});

	test('and those of items that were found otherwise are not asked for', async () => {
		const inputs = existing(120).map(({ email, externalId }, index) => ({
			email,
			externalId: index < 119 ? externalId : 'new',
			name: 'N',
		}));
		await upsert(inputs, {
			ifSeveralMatch: 'firstOnly',
			requestOptions: { maxTries: 1, concurrency: 1 },
		});
		expect(asked()).toEqual([[inputs[119].email]]);
		expect(counts()).toEqual({ searchContacts: 1, getContact: 120, updateContact: 120 });
	});

	test("n8n's batching: nothing is lost, whoever has come by then", async () => {
		const inputs = existing(7).map(({ email }) => ({ email, name: 'N' }));
		const { items } = await upsert(inputs, {
			requestOptions: { batching: { batch: { batchSize: 2, batchInterval: 1 } } },
		});
		expect(items.map(({ json }) => [json.email, json.name])).toEqual(
			inputs.map(({ email }) => [email, 'N']),
		);
		expect(asked().flat().sort()).toEqual(inputs.map(({ email }) => email).sort());
	});
});
