import { WEBHOOK_OBJECT } from '../../../sandbox/n8n/fireWebhook';
import { addAccounts, seedIds } from '../../../sandbox/pylon';
import { expectCost, payloadOf } from '../support/examplePage';
import type { Examples } from '../support/examples';

const { ada } = seedIds.contacts;
const { globex, initech } = seedIds.accounts;

/**
 * Tests the examples that work on accounts.
 *
 * @param examples what they run in; there from the first test on
 */
export function accountExamples(examples: () => Examples): void {
	test('set-account-from-webhook', async () => {
		const { add, publish, deliver, pylon } = examples();
		const name = 'set-account-from-webhook';
		const workflow = await add(name);
		await publish(workflow);
		pylon.resetLog();
		const payload = payloadOf(name).replace('the ID of the account', globex);
		const { error } = await deliver(workflow, WEBHOOK_OBJECT, payload);
		expect(error).toBeUndefined();
		expect(pylon.state.contacts.get(ada)?.account_id).toBe(globex);
		expectCost(pylon, name, { 'each webhook': 1 });
	});

	test('account-by-email-domain', async () => {
		const { add, publish, deliver, deliverInVain, pylon } = examples();
		const name = 'account-by-email-domain';
		const workflow = await add(name);
		await publish(workflow);
		const contactOf = (email: string) => {
			const id = pylon.state.newId('contact');
			pylon.state.contacts.set(id, {
				...pylon.state.contacts.get(ada)!,
				id,
				name: email.split('@')[0],
				email,
				emails: [email],
			});
			return id;
		};
		const arrive = async (email: string) => {
			const id = contactOf(email);
			pylon.resetLog();
			const { error } = await deliver(workflow, { type: 'contact', id }, payloadOf(name));
			expect(error).toBeUndefined();
			return pylon.state.contacts.get(id)?.account_id ?? null;
		};
		const titles = () => [...pylon.state.tasks.values()].map(({ title }) => title);

		expect(await arrive('uma@globex.example')).toBe(globex);
		expectCost(pylon, name, { 'each contact that gets an account': 1 });
		expect(await arrive('viktor@nowhere.example')).toBeNull();
		expect(titles()).toContain('Which account does viktor belong to?');
		expectCost(pylon, name, { 'each contact whose domain belongs to no account or to several': 1 });
		expect(await arrive('wanda@gmail.com')).toBeNull();
		expect(titles()).toContain('Which account does wanda belong to?');
		expectCost(pylon, name, { 'each contact with an address of a mail provider': 1 });

		// Has an account, which its domain would not give it: nothing is started.
		const id = contactOf('xaver@globex.example');
		pylon.state.contacts.set(id, { ...pylon.state.contacts.get(id)!, account_id: initech });
		await deliverInVain(workflow, { type: 'contact', id }, payloadOf(name));
		expect(pylon.state.contacts.get(id)?.account_id).toBe(initech);
	});

	test('bulk-owner-change', async () => {
		const { add, run, pylon } = examples();
		const name = 'bulk-owner-change';
		const { nora, omar } = seedIds.users;
		addAccounts(pylon.state, 250).forEach((id) => {
			pylon.state.accounts.set(id, { ...pylon.state.accounts.get(id)!, owner_id: nora });
		});
		const ownedBy = (user: string) =>
			[...pylon.state.accounts.values()].filter(({ owner_id }) => owner_id === user).length;
		const before = { nora: ownedBy(nora), omar: ownedBy(omar) };
		const workflow = await add(name, {
			settings: { fromEmail: 'nora@northwind.example', toEmail: 'omar@northwind.example' },
		});
		const { error } = await run(workflow, 'When clicking ‘Execute workflow’');
		expect(error).toBeUndefined();
		expect({ nora: ownedBy(nora), omar: ownedBy(omar) }).toEqual({
			nora: 0,
			omar: before.nora + before.omar,
		});
		expectCost(pylon, name, {
			'each run': 1,
			'a run that changes something': 1,
			'each 100 accounts': Math.ceil(before.nora / 100),
		});

		pylon.resetLog();
		await run(workflow, 'When clicking ‘Execute workflow’');
		expectCost(pylon, name, { 'each run': 1 });
	});

	test('snooze-create-merge', async () => {
		const { add, run, pylon } = examples();
		const name = 'snooze-create-merge';
		const workflow = await add(name);
		const { error } = await run(workflow, 'When clicking ‘Execute workflow’');
		expect(error).toBeUndefined();
		expect(pylon.state.accounts.has(seedIds.accounts.initechDuplicate)).toBe(false);
		expectCost(pylon, name, { 'each run': 1 });
	});
}
