import type { INodeParameters } from 'n8n-workflow';
import { seedIds } from '../../../../sandbox/pylon';

import { count, operations, pylon, stored, upsert } from './support/oneContactUpsert';

const { carla, dmitri } = seedIds.contacts;

describe('an existing contact: two requests', () => {
	test.each<[string, INodeParameters, string[]]>([
		['by email', { email: 'carla@globex.example' }, ['searchContacts', 'updateContact']],
		['by external ID', { externalId: 'crm-carla' }, ['getContact', 'updateContact']],
		[
			'by both',
			{ email: 'carla@globex.example', externalId: 'crm-carla' },
			['searchContacts', 'updateContact'],
		],
		[
			'by email, with an external ID that is new',
			{ email: 'dmitri@initech.example', externalId: 'crm-dmitri' },
			['searchContacts', 'updateContact'],
		],
		[
			'by external ID first',
			{ email: 'carla@new.example', externalId: 'crm-carla', ifSeveralMatch: 'firstAddOthers' },
			['getContact', 'updateContact'],
		],
	])('%s', async (_, parameters, expected) => {
		const before = count();
		const { items, error } = await upsert({ name: 'C.', ...parameters });
		expect(error).toBeUndefined();
		expect(operations()).toEqual(expected);
		const id = parameters.externalId === 'crm-dmitri' ? dmitri : carla;
		expect(items).toMatchObject([
			{ json: { id, name: 'C.', created: false }, pairedItem: { item: 0 } },
		]);
		expect(stored(id)?.name).toBe('C.');
		expect(count()).toBe(before);
	});

	test('nothing changes: one request, and the contact comes out', async () => {
		const { items } = await upsert({
			email: 'carla@globex.example',
			name: 'Carla Diaz',
			output: 'raw',
		});
		expect(operations()).toEqual(['searchContacts']);
		expect(items).toMatchObject([
			{ json: { id: carla, account: { id: seedIds.accounts.globex }, created: false } },
		]);
	});
});

describe('identifiers that the contact does not have yet are added', () => {
	test('an external ID beside the others', async () => {
		await upsert({
			email: 'carla@globex.example',
			externalId: 'erp-7',
			additionalFields: { externalIdLabel: 'erp' },
		});
		expect(stored(carla)?.external_ids).toEqual([
			{ external_id: 'crm-carla', label: 'crm' },
			{ external_id: 'erp-7', label: 'erp' },
		]);
	});

	test.each<[string, INodeParameters]>([
		['without a name', {}],
		['with another name', { name: 'C.' }],
	])('an email beside the others: the primary one stays; %s', async (_, more) => {
		const before = count();
		const { items } = await upsert({
			email: 'carla@home.example',
			externalId: 'crm-carla',
			...more,
		});
		expect(operations()).toEqual(['searchContacts', 'getContact', 'updateContact']);
		expect(items[0].json).toMatchObject({ id: carla, created: false });
		expect(count()).toBe(before);
		expect(stored(carla)).toMatchObject({
			email: 'carla@globex.example',
			emails: ['carla@globex.example', 'carla@home.example'],
		});
	});

	test('a label that cannot be used is refused, also where there is no external ID to write it with', async () => {
		const { error } = await upsert({
			email: 'carla@globex.example',
			additionalFields: { externalIdLabel: '={{ ({ label: "crm" }) }}' },
		});
		expect(error?.message).toBe("'External ID Label' has to be text");
		expect(operations()).toEqual([]);
	});

	test('not with the first match only', async () => {
		const { items } = await upsert({
			email: 'carla@home.example',
			externalId: 'crm-carla',
			name: 'C.',
			ifSeveralMatch: 'firstOnly',
		});
		expect(items[0].json).toMatchObject({ id: carla, created: false });
		expect(stored(carla)).toMatchObject({ name: 'C.', emails: ['carla@globex.example'] });
	});

	test('what is left out of Match By is written, too', async () => {
		await upsert({
			email: 'carla@home.example',
			externalId: 'crm-carla',
			matchBy: ['externalId'],
			ifSeveralMatch: 'firstOnly',
		});
		expect(operations()).toEqual(['getContact', 'updateContact']);
		expect(stored(carla)?.emails).toEqual(['carla@globex.example', 'carla@home.example']);
	});
});

describe('a contact that is not there', () => {
	test('is created with all identifiers: three requests', async () => {
		const { items } = await upsert({
			email: 'zoe@acme.example',
			externalId: 'crm-zoe',
			name: 'Zoe',
		});
		expect(operations()).toEqual(['searchContacts', 'getContact', 'createContact']);
		expect(pylon.sim.requests[2].body).toEqual({
			name: 'Zoe',
			email: 'zoe@acme.example',
			external_ids: [{ external_id: 'crm-zoe' }],
		});
		expect(items[0].json).toMatchObject({
			name: 'Zoe',
			email: 'zoe@acme.example',
			external_ids: ['crm-zoe'],
			created: true,
		});
	});

	test('with the first identifier alone, when only the first match counts', async () => {
		await upsert({
			email: 'zoe@acme.example',
			externalId: 'crm-zoe',
			name: 'Zoe',
			matchBy: ['email', 'externalId'],
			ifSeveralMatch: 'firstOnly',
		});
		expect(pylon.sim.requests[2].body).toEqual({ name: 'Zoe', email: 'zoe@acme.example' });
	});

	test('and has no name: nothing is created', async () => {
		const before = count();
		const { error } = await upsert({ email: 'zoe@acme.example' });
		expect(error).toMatchObject({
			message: "There is no contact with the Email 'zoe@acme.example', and 'Name' is empty",
			description: expect.stringContaining("Fill in 'Name'"),
			context: { itemIndex: 0 },
		});
		expect(count()).toBe(before);
	});
});
