import type { IDataObject } from 'n8n-workflow';
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

describe('both identifiers: at most two requests of its own for each of several items', () => {
	const ways = ['allAgree', 'firstAddOthers', 'firstOnly'];

	test.each(ways)('known by email (%s)', async (ifSeveralMatch) => {
		const inputs = existing(30).map(({ email }, index) => ({
			email,
			externalId: `new-${index}`,
			name: 'N',
		}));
		const { items } = await upsert(inputs, { ifSeveralMatch });
		// What comes first in 'Match By' is asked for first where that matters.
		const gets = ifSeveralMatch === 'allAgree' ? {} : { getContact: 30 };
		expect(counts()).toEqual({ searchContacts: 1, ...gets, updateContact: 30 });
		expect(items.every(({ json }) => json.created === false)).toBe(true);
	});

	test.each([
		['with', 'N', 30],
		['without', undefined, 30],
	])('known by external ID only, %s a name', async (_, name, count) => {
		const inputs = existing(count).map(({ externalId }, index) => ({
			email: `new-${index}@bulk.example`,
			externalId,
			name,
		}));
		const { items, error } = await upsert(inputs);
		expect(error).toBeUndefined();
		expect(counts()).toEqual({ searchContacts: 1, getContact: count, updateContact: count });
		expect(
			items.every(
				({ json }, index) =>
					json.created === false && (json.emails as string[]).includes(inputs[index].email),
			),
		).toBe(true);
	});

	test.each(ways)('new, with a name (%s)', async (ifSeveralMatch) => {
		const inputs = inputItems(30).map(({ item }) => ({
			email: `new-${item}@bulk.example`,
			externalId: `new-${item}`,
			name: 'N',
		}));
		const { items } = await upsert(inputs, { ifSeveralMatch });
		expect(counts()).toEqual({ searchContacts: 1, getContact: 30, createContact: 30 });
		expect(items.every(({ json }) => json.created === true)).toBe(true);
		expect(linked(items)).toEqual(inputItems(30));
	});

	test('new, without a name: none is created', async () => {
		const before = pylon.sim.state.contacts.size;
		const inputs = inputItems(30).map(({ item }) => ({
			email: `new-${item}@bulk.example`,
			externalId: `new-${item}`,
		}));
		const { items } = await upsert(inputs, {}, { continueOnFail: true });
		expect(items.every((item) => errorOf(item)?.message.includes("'Name' is empty"))).toBe(true);
		expect(counts()).toEqual({ searchContacts: 1, getContact: 30 });
		expect(pylon.sim.state.contacts.size).toBe(before);
	});

	test('all kinds in one run', async () => {
		const known = existing(40);
		const inputs = known.map(({ email, externalId }, index) => ({
			email: index % 2 ? email : `new-${index}@bulk.example`,
			externalId: index % 4 < 2 ? externalId : `new-${index}`,
			name: 'N',
		}));
		const { items } = await upsert(inputs);
		// By both, by the external ID, by email, and by none.
		expect(items.map(({ json }) => json.created)).toEqual(
			inputs.map((_, index) => index % 4 === 2),
		);
		expect(counts()).toEqual({
			searchContacts: 1,
			getContact: 20,
			updateContact: 30,
			createContact: 10,
		});
	});
});

describe('both identifiers, a single item', () => {
	const upsertOne = async (changes: IDataObject) => {
		const [{ id, ...contact }] = existing(3);
		const { items, error } = await upsert([{ ...contact, ...changes }], {
			additionalFields: { avatarUrl: 'https://example.com/a.png' },
		});
		expect(error).toBeUndefined();
		return { id, item: items[0].json, sent: pylon.sim.requests.length };
	};
	const email = 'other@bulk.example';

	test.each<[string, IDataObject, number]>([
		['by both', {}, 2],
		['by email', { externalId: 'new' }, 2],
		['by external ID', { email }, 3],
		['by external ID, without a name', { email, name: undefined }, 3],
		['by external ID, of another name', { email, name: 'Other' }, 3],
	])('known %s', async (_, changes, requests) => {
		const { id, item, sent } = await upsertOne(changes);
		expect(item).toMatchObject({ id, created: false });
		expect(item.emails).toEqual(
			changes.email === undefined ? expect.anything() : expect.arrayContaining([item.email, email]),
		);
		expect(sent).toBe(requests);
	});

	test('new, though others have its name', async () => {
		const { item, sent } = await upsertOne({ externalId: 'new', email });
		expect(item).toMatchObject({ email, created: true });
		expect(sent).toBe(3);
	});

	test('of those who have its name, only the one with its external ID is changed', async () => {
		const contacts = existing(1200);
		for (const { id } of contacts) change(id, { name: 'Same' });
		const { items } = await upsert([{ name: 'Same', externalId: 'crm-1100', email }]);
		expect(items[0].json).toMatchObject({ id: contacts[1100].id, created: false });
		expect(
			contacts.filter(({ id }) => pylon.sim.state.contacts.get(id)?.emails.includes(email)),
		).toEqual([contacts[1100]]);
		expect(counts()).toEqual({ searchContacts: 1, getContact: 1, updateContact: 1 });
	});
});

test("a 404 that is not Pylon's does not make a second contact", async () => {
	pylon.sim.faults.add({ kind: 'html', status: 404, operationId: 'getContact' });
	const { error } = await upsert([{ externalId: 'crm-carla', name: 'Carla Diaz' }]);
	expect(error).toMatchObject({ httpCode: '404' });
	expect(counts()).toEqual({ getContact: 1 });
});
