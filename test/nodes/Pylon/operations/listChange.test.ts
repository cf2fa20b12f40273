import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { seedIds } from '../../../../sandbox/pylon';
import { added, removed, replaced } from '../../../support/listChange';
import { pylon, update, run, methods, written } from './support/listChanges';

const { globex } = seedIds.accounts;

const { carla } = seedIds.contacts;

describe('what becomes of the tags of an account that has vip and partner', () => {
	test.each<[string, INodeParameters, string[] | undefined]>([
		['one more', added(['trial']), ['vip', 'partner', 'trial']],
		['one more and one that is there', added('vip, trial'), ['vip', 'partner', 'trial']],
		['an array by expression', added('={{ $json.tags }}'), ['vip', 'partner', 'a', 'b']],
		['one less', removed(['vip']), ['partner']],
		['one less, and one that is not there', removed('partner, trial'), ['vip']],
		['all of them', removed('partner, vip'), []],
		['one that is there', added('partner'), undefined],
		['one that is not there, removed', removed(['trial']), undefined],
		['nothing to add', added([]), undefined],
		['nothing to remove', removed('={{ [] }}'), undefined],
	])('%s', async (_, tags, expected) => {
		const { cedar } = seedIds.accounts;
		const { items, error } = await run(update('account', cedar, { tags }), { tags: ['a', 'b'] });
		expect(error).toBeUndefined();
		expect(methods()).toEqual(expected === undefined ? ['GET'] : ['GET', 'PATCH']);
		expect(written()).toEqual(expected && { tags: expected });
		// The record comes out, be it the one that was read or the one that was changed.
		expect(items).toMatchObject([
			{
				json: { id: cedar, name: 'Cedar Clinics', tags: expected ?? ['vip', 'partner'] },
				pairedItem: { item: 0 },
			},
		]);
	});

	test('replaced: nothing is read', async () => {
		await run(update('account', globex, { tags: replaced('a, b') }));
		expect(pylon.sim.requests.map(({ method, body }) => [method, body])).toEqual([
			['PATCH', { tags: ['a', 'b'] }],
		]);
	});
});

test('several lists and another field: read once, written once; lists that stay as they are are left out', async () => {
	await run(
		update('account', globex, {
			name: 'Globex Corporation',
			tags: added('vip'),
			domains: added('GLOBEX.example, globex.test'),
			externalIds: added({ externalId: [{ externalId: 'erp-1', label: 'erp' }] }),
		}),
	);
	expect(methods()).toEqual(['GET', 'PATCH']);
	expect(written()).toEqual({
		name: 'Globex Corporation',
		domains: ['globex.example', 'globex.test'],
		external_ids: [
			{ external_id: 'crm-globex', label: 'crm' },
			{ external_id: 'erp-1', label: 'erp' },
		],
	});
});

describe('external IDs', () => {
	test.each<[string, INodeParameters, IDataObject[] | undefined]>([
		[
			'removed by the ID alone',
			removed({ externalId: [{ externalId: 'crm-globex', label: '' }] }),
			[],
		],
		['there already', added({ externalId: [{ externalId: 'crm-globex', label: '' }] }), undefined],
		[
			'there under another label',
			added({ externalId: [{ externalId: 'crm-globex', label: 'hubspot' }] }),
			[{ external_id: 'crm-globex', label: 'hubspot' }],
		],
	])('%s', async (_, externalIds, expected) => {
		await run(update('account', globex, { externalIds }));
		expect(written()).toEqual(expected && { external_ids: expected });
	});
});

describe('domains and the primary one', () => {
	test('the first domain of an account becomes the primary one', async () => {
		const { state } = pylon.sim;
		state.accounts.set(globex, {
			...state.accounts.get(globex)!,
			domains: [],
			primary_domain: null,
		});
		await run(update('account', globex, { domains: added('globex.test, globex.example') }));
		expect(written()).toEqual({
			domains: ['globex.test', 'globex.example'],
			primary_domain: 'globex.test',
		});
	});

	test('the primary one is not removed while others stay', async () => {
		const { state } = pylon.sim;
		state.accounts.set(globex, {
			...state.accounts.get(globex)!,
			domains: ['globex.example', 'globex.test'],
		});
		const { error } = await run(update('account', globex, { domains: removed('Globex.Example') }));
		expect(error).toMatchObject({
			message: "'Domains' would lose 'globex.example', the primary domain of the account",
			description: expect.stringContaining("Add 'Primary Domain'"),
			context: { itemIndex: 0 },
		});
		expect(methods()).toEqual(['GET']);
	});

	test('unless another takes its place, or none stays', async () => {
		const { state } = pylon.sim;
		state.accounts.set(globex, {
			...state.accounts.get(globex)!,
			domains: ['globex.example', 'globex.test'],
		});
		await run(
			update('account', globex, {
				domains: removed('globex.example'),
				primaryDomain: 'globex.test',
			}),
		);
		expect(state.accounts.get(globex)).toMatchObject({
			domains: ['globex.test'],
			primary_domain: 'globex.test',
		});
		await run(update('account', globex, { domains: removed('globex.test') }));
		expect(state.accounts.get(globex)).toMatchObject({ domains: [], primary_domain: null });
	});
});

describe('emails and the primary one', () => {
	const emailsOf = (...emails: INodeParameters[]) => ({ email: emails });
	const carlas = () => pylon.sim.state.contacts.get(carla);
	beforeEach(() => {
		const { state } = pylon.sim;
		state.contacts.set(carla, {
			...carlas()!,
			emails: ['c.diaz@globex.example', 'carla@globex.example'],
		});
	});

	test.each<[string, INodeParameters, { email: string | null; emails: string[] } | undefined]>([
		[
			'added, the primary one stays',
			added(emailsOf({ email: 'carla@home.example' })),
			{
				email: 'carla@globex.example',
				emails: ['c.diaz@globex.example', 'carla@globex.example', 'carla@home.example'],
			},
		],
		[
			'added as the primary one',
			added(emailsOf({ email: 'carla@home.example', isPrimary: true })),
			{
				email: 'carla@home.example',
				emails: ['c.diaz@globex.example', 'carla@globex.example', 'carla@home.example'],
			},
		],
		[
			'one that is there becomes the primary one',
			added(emailsOf({ email: 'C.Diaz@globex.example', isPrimary: true })),
			{ email: 'c.diaz@globex.example', emails: ['c.diaz@globex.example', 'carla@globex.example'] },
		],
		[
			'the primary one removed',
			removed(emailsOf({ email: 'CARLA@globex.example' })),
			{ email: 'c.diaz@globex.example', emails: ['c.diaz@globex.example'] },
		],
		[
			'there already, written otherwise',
			added(emailsOf({ email: 'Carla@Globex.Example' })),
			undefined,
		],
		[
			'the primary one named again',
			added(emailsOf({ email: 'carla@globex.example', isPrimary: true })),
			undefined,
		],
	])('%s', async (_, emails, expected) => {
		const before = carlas();
		const { error } = await run(update('contact', carla, { emails }));
		expect(error).toBeUndefined();
		expect(methods()).toEqual(expected === undefined ? ['GET'] : ['GET', 'PATCH']);
		expect(carlas()).toMatchObject(expected ?? { email: before?.email, emails: before?.emails });
	});
});
