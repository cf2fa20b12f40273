import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { seedIds } from '../../../../sandbox/pylon';
import { errorOf } from '../../shared/client/support/run';
import { count, operations, pylon, stored, upsert } from './support/oneContactUpsert';

const { carla, dmitri } = seedIds.contacts;

const change = (id: string, changes: IDataObject) => {
	pylon.sim.state.contacts.set(id, { ...stored(id)!, ...changes });
};

describe('identifiers of different contacts', () => {
	const both = { email: 'dmitri@initech.example', externalId: 'crm-carla', name: 'X' };

	test('all must agree: nothing is changed, both are listed', async () => {
		const before = [stored(carla), stored(dmitri)];
		const { items } = await upsert(both, [{}], { continueOnFail: true });
		expect(errorOf(items[0])).toMatchObject({
			message: 'The identifiers belong to 2 different contacts',
			candidateIds: [dmitri, carla],
		});
		const { description } = errorOf(items[0]) ?? {};
		expect(description).toContain(
			`Dmitri Novak (dmitri@initech.example): ${dmitri} (Email 'dmitri@initech.example')`,
		);
		expect(description).toContain(
			`Carla Diaz (carla@globex.example): ${carla} (External ID 'crm-carla')`,
		);
		expect([stored(carla), stored(dmitri)]).toEqual(before);
	});

	test('the first match counts: what it cannot get stays where it is, and the output says so', async () => {
		const { items, error } = await upsert({ ...both, ifSeveralMatch: 'firstAddOthers' });
		expect(error).toBeUndefined();
		expect(items[0].json).toMatchObject({
			id: carla,
			name: 'X',
			created: false,
			identifiersNotAdded: ["Email 'dmitri@initech.example'"],
			notAddedBecause: expect.stringContaining('already in use'),
		});
		expect(stored(carla)).toMatchObject({ name: 'X', emails: ['carla@globex.example'] });
		expect(stored(dmitri)?.emails).toEqual(['dmitri@initech.example']);
	});

	test.each([
		[['externalId', 'email'], carla],
		[['email', 'externalId'], dmitri],
	])('the first match only, in the order %j', async (matchBy, id) => {
		const { items } = await upsert({ ...both, matchBy, ifSeveralMatch: 'firstOnly' });
		expect(operations()).toHaveLength(2);
		expect(items[0].json).toMatchObject({ id, name: 'X', created: false });
	});

	test('one that is only written: Pylon refuses it, and that is what the item says', async () => {
		const { error } = await upsert({ ...both, matchBy: ['externalId'] });
		expect(error).toMatchObject({
			httpCode: '400',
			message: expect.stringContaining('Pylon already has such a record'),
		});
		expect(stored(carla)?.name).toBe('Carla Diaz');
	});
});

test('one that is only written belongs to another contact: that one is not changed, and the item says so', async () => {
	const before = [stored(carla), count()];
	const { error } = await upsert({
		email: 'zoe@acme.example',
		externalId: 'crm-carla',
		name: 'Zoe',
		matchBy: ['email'],
	});
	expect(error).toMatchObject({
		httpCode: '400',
		message: expect.stringContaining('Pylon already has such a record'),
		description: expect.stringContaining(carla),
	});
	expect([stored(carla), count()]).toEqual(before);
	expect(pylon.sim.countOf('updateContact')).toBe(0);
});

test('an email that several contacts have is no clear match', async () => {
	change(dmitri, { emails: ['carla@globex.example', 'dmitri@initech.example'] });
	const { error } = await upsert({ email: 'carla@globex.example', name: 'X' });
	expect(error).toMatchObject({
		message: "2 contacts have the Email 'carla@globex.example'",
		context: { pylon: { candidateIds: expect.arrayContaining([carla, dmitri]) } },
	});
	expect(pylon.sim.countOf('updateContact')).toBe(0);
});

describe('somebody else creates the contact at the same time', () => {
	test.each<[string, INodeParameters]>([
		['by email', { email: 'carla@globex.example' }],
		['by email, written otherwise', { email: 'CARLA@globex.example' }],
		['with the first match only', { email: 'carla@globex.example', ifSeveralMatch: 'firstOnly' }],
	])('%s: that one is updated', async (_, parameters) => {
		const before = count();
		// Pylon's search does not know the contact yet.
		pylon.sim.faults.add({ kind: 'data', operationId: 'searchContacts', value: [] });
		const { items } = await upsert({ name: 'C.', ...parameters });
		expect(operations()).toEqual([
			'searchContacts',
			'createContact',
			'getContact',
			'updateContact',
		]);
		expect(items[0].json).toMatchObject({ id: carla, name: 'C.', created: false });
		expect(count()).toBe(before);
	});

	test('another identifier belongs to a third contact: nothing is changed', async () => {
		pylon.sim.faults.add({ kind: 'data', operationId: 'searchContacts', value: [] });
		const { error } = await upsert({
			email: 'dmitri@initech.example',
			externalId: 'crm-carla',
			name: 'X',
		});
		expect(error?.message).toBe('The identifiers belong to 2 different contacts');
		expect([stored(carla)?.name, stored(dmitri)?.name]).toEqual(['Carla Diaz', 'Dmitri Novak']);
	});
});

test('a refusal for another reason comes as it is', async () => {
	pylon.sim.faults.add({ kind: 'status', status: 403, operationId: 'createContact' });
	const { error } = await upsert({ email: 'zoe@acme.example', name: 'Zoe' });
	expect(error).toMatchObject({ httpCode: '403', context: { itemIndex: 0 } });
});
