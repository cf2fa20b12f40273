import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';
import { runPylon } from '../../shared/client/support/run';
import { setAccount } from './support/setAccount';

const pylon = withPylon({ checkReplies: true });

const { globex, initech } = seedIds.accounts;

const { ada, carla } = seedIds.contacts;

describe('ids that cannot be any', () => {
	test.each([
		['empty', '', 'is empty'],
		['only spaces', '  ', 'is empty'],
		['only a line break', '\n', 'is empty'],
		['null', null, 'is empty'],
		['not there', undefined, 'is empty'],
		['a list', ['a', 'b'], 'has to be a single ID'],
		['an object', { id: 'a' }, 'has to be a single ID'],
		['true', true, 'has to be a single ID'],
		['one level up', '..', "cannot be '..'"],
	])('%s: the field is named, nothing is sent, for no item', async (_, value, sentence) => {
		for (const [field, name] of [
			['contact', 'Contact'],
			['account', 'Account'],
		]) {
			const good = { contact: ada, account: globex };
			const { error } = await runPylon(pylon.credentials, setAccount(), [
				good,
				{ ...good, [field]: value },
			]);
			expect(error).toMatchObject({
				message: `'${name}' ${sentence} [item 1]`,
				context: { itemIndex: 1 },
			});
			expect((error as { description?: string }).description).toContain(`'${name}'`);
		}
		expect(pylon.sim.requests).toEqual([]);
	});

	test('with continue-on-fail only that item is without a result', async () => {
		const inputs = [
			{ contact: null, account: globex },
			{ contact: ada, account: globex },
		];
		const { items } = await runPylon(pylon.credentials, setAccount(), inputs, {
			continueOnFail: true,
		});
		expect(items).toMatchObject([
			{ json: { error: { message: "'Contact' is empty" } } },
			{ json: { id: ada } },
		]);
		expect(pylon.sim.requests).toHaveLength(1);
	});

	test('null never detaches an account or an owner', async () => {
		for (const parameters of [
			{
				resource: 'contact',
				operation: 'update',
				contactId: byId(carla),
				updateFields: { accountId: byId('={{ $json.none }}') },
			},
			{
				resource: 'account',
				operation: 'update',
				accountId: byId(globex),
				updateFields: { ownerId: byId('={{ $json.none }}') },
			},
			{
				resource: 'account',
				operation: 'updateMany',
				accountIds: globex,
				updateFields: { ownerId: byId('={{ $json.none }}') },
			},
		]) {
			const { error } = await runPylon(pylon.credentials, parameters, [{ none: null }]);
			expect(error?.message).toMatch(/^'(Account|Owner)' is empty$/);
		}
		expect(pylon.sim.requests).toEqual([]);
	});
});

describe('unusual ids', () => {
	const unusual = [
		'crm/42',
		'a?b',
		'a#b',
		'100%',
		'%2F',
		'Müller & Söhne',
		'a b',
		'a+b',
		'日本',
		'a..b',
	];

	test.each(unusual)('%s in a path arrives as it is', async (external_id) => {
		const { state } = pylon.sim;
		const [account, contact] = [state.accounts.get(globex), state.contacts.get(ada)];
		if (!account || !contact) throw new Error('Not seeded');
		state.accounts.set(globex, { ...account, external_ids: [{ external_id, label: 'x' }] });
		state.contacts.set(ada, { ...contact, external_ids: [{ external_id, label: 'x' }] });
		const mode = 'externalId';
		const read = {
			resource: 'account',
			operation: 'get',
			accountId: { __rl: true, mode, value: external_id },
		};
		expect((await runPylon(pylon.credentials, read)).items[0].json.id).toBe(globex);
		const values = { contact: ` ${external_id}`, account: `${external_id}\n` };
		const changed = await runPylon(
			pylon.credentials,
			setAccount({
				contactId: { __rl: true, mode, value: '={{ $json.contact }}' },
				accountId: { __rl: true, mode, value: '={{ $json.account }}' },
			}),
			[values],
		);
		expect(changed.items[0].json).toMatchObject({ id: ada, account_id: globex });
	});

	test('a number is an id', async () => {
		const { state } = pylon.sim;
		const account = state.accounts.get(initech);
		if (!account) throw new Error('Not seeded');
		state.accounts.set(initech, {
			...account,
			external_ids: [{ external_id: '4711', label: 'crm' }],
		});
		const parameters = setAccount({
			accountId: { __rl: true, mode: 'externalId', value: '={{ $json.account }}' },
		});
		const { items } = await runPylon(pylon.credentials, parameters, [
			{ contact: ada, account: 4711 },
		]);
		expect(items[0].json).toMatchObject({ id: ada, account_id: initech });
	});

	test('an id of nobody: the field and the id are named', async () => {
		const { error } = await runPylon(pylon.credentials, setAccount(), [
			{ contact: 'nobody/1', account: globex },
		]);
		expect(error).toMatchObject({
			message: "Pylon has no record 'nobody/1' for 'Contact': Contact not found!",
			httpCode: '404',
		});
	});
});
