import { seedIds } from '../../../../sandbox/pylon';
import { added, removed } from '../../../support/listChange';
import { errorOf, runPylon } from '../../shared/client/support/run';
import { pylon, update, run, methods, written } from './support/listChanges';

const { globex, dune, harbor, ember } = seedIds.accounts;

const { carla } = seedIds.contacts;

const { support } = seedIds.teams;

const { nora, omar, priya, quentin } = seedIds.users;

test('the primary phone number stays when another is added', async () => {
	const { state } = pylon.sim;
	state.contacts.set(carla, {
		...state.contacts.get(carla)!,
		phone_numbers: ['15550100', '15550101'],
		primary_phone_number: '15550101',
	});
	await run(update('contact', carla, { phoneNumbers: added('+1 (555) 0102, 1-555-0100') }));
	expect(written()).toEqual({
		phone_numbers: ['15550100', '15550101', '15550102'],
		primary_phone_number: '15550101',
	});
	await run(update('contact', carla, { phoneNumbers: removed('15550101') }));
	expect(state.contacts.get(carla)).toMatchObject({
		phone_numbers: ['15550100', '15550102'],
		primary_phone_number: '15550100',
	});
});

test('members of a team', async () => {
	const members = () => pylon.sim.state.teams.get(support)?.user_ids;
	await run(update('team', support, { memberIds: added([quentin, omar]) }));
	expect(members()).toEqual([nora, omar, priya, quentin]);
	await run(update('team', support, { memberIds: removed([nora]) }));
	expect(members()).toEqual([omar, priya, quentin]);
});

test('tags of an issue, found by its number', async () => {
	const { state } = pylon.sim;
	const issue = state.issues.get(seedIds.issues.globex)!;
	const { items } = await run({
		resource: 'issue',
		operation: 'update',
		issueId: { __rl: true, mode: 'number', value: String(issue.number) },
		updateFields: { tags: added(['bug']) },
	});
	expect(state.issues.get(issue.id)?.tags).toEqual([...issue.tags, 'bug']);
	expect(items).toMatchObject([{ json: { id: issue.id } }]);
});

describe('subaccounts', () => {
	test('added to those that Pylon tells', async () => {
		await run(update('account', dune, { subaccountIds: added([ember]) }));
		expect(written()).toEqual({ subaccount_ids: [harbor, ember] });
	});

	test('not changed where Pylon does not tell them', async () => {
		pylon.sim.faults.add({
			kind: 'data',
			operationId: 'getAccount',
			value: { id: dune, name: 'Dune' },
		});
		const { error } = await run(update('account', dune, { subaccountIds: added([ember]) }));
		expect(error).toMatchObject({
			message: "Pylon does not return the 'Subaccounts' of the record",
		});
		expect(methods()).toEqual(['GET']);
	});
});

test('a record that is not there: the item fails, the others go on', async () => {
	const { items } = await runPylon(
		pylon.credentials,
		{
			...update('account', '={{ $json.id }}', { tags: added('new') }),
			requestOptions: { maxTries: 1 },
		},
		[{ id: 'gone' }, { id: globex }],
		{ continueOnFail: true },
	);
	expect(errorOf(items[0])).toMatchObject({ status: 404 });
	expect(items[1]).toMatchObject({
		json: { id: globex, tags: ['vip', 'new'] },
		pairedItem: { item: 1 },
	});
});

test('what changes between reading and writing is lost, as the parameter says', async () => {
	// Pylon has no means against it: the list that was read, and the addition, is what counts.
	pylon.sim.faults.add({
		kind: 'data',
		operationId: 'getAccount',
		value: { id: globex, tags: ['old'] },
	});
	await run(update('account', globex, { tags: added('new') }));
	expect(pylon.sim.state.accounts.get(globex)?.tags).toEqual(['old', 'new']);
});
