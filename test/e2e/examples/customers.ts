import type { Credential, SavedWorkflow } from '../../../sandbox/n8n/api';
import { seedExternalIds, seedIds } from '../../../sandbox/pylon';
import { expectCost } from '../support/examplePage';
import type { Examples } from '../support/examples';
import { startJsonServer } from '../support/jsonServer';

const header = (name: string): Credential => ({
	name,
	type: 'httpHeaderAuth',
	data: { name: 'x-secret', value: 'simulated' },
});

const COMPANIES = [
	{ id: seedExternalIds.globex, name: 'Globex', domain: 'globex.example' },
	{ id: 'crm-umbrella', name: 'Umbrella', domain: 'umbrella.example' },
	{ id: 'crm-wayne', name: 'Wayne', domain: 'wayne.example' },
];
const PEOPLE = [
	{ email: 'carla@globex.example', name: 'Carla Diaz', companyId: seedExternalIds.globex },
	{ email: 'ida@umbrella.example', name: 'Ida Berg', companyId: 'crm-umbrella' },
];

/** A CRM that gives a list in pages of two. */
const startCrm = async (lists: Record<string, object[]>) => {
	const crm = await startJsonServer(({ path, query, headers }) => {
		if (headers['x-secret'] !== 'simulated') return { status: 401, body: {} };
		const list = lists[path.slice(1)];
		const start = Number(query.get('start') ?? 0);
		const next = start + 2 < list.length ? `${crm.url}${path}?start=${start + 2}` : undefined;
		return { body: { data: list.slice(start, start + 2), next } };
	});
	return crm;
};

/**
 * Tests the examples that set up customers in Pylon.
 *
 * @param examples what they run in; there from the first test on
 */
export function customerExamples(examples: () => Examples): void {
	test('nightly-crm-sync', async () => {
		const { add, run, pylon } = examples();
		const name = 'nightly-crm-sync';
		const lists = { companies: [...COMPANIES], people: [...PEOPLE] };
		const crm = await startCrm(lists);
		const accountOf = (externalId: string) =>
			[...pylon.state.accounts.values()].filter(({ external_ids }) =>
				external_ids.some(({ external_id }) => external_id === externalId),
			);
		const contactOf = (address: string) =>
			[...pylon.state.contacts.values()].filter(({ email }) => email === address);
		try {
			const workflow = await add(name, {
				settings: { crmUrl: crm.url },
				credentials: [header('Simulated CRM')],
			});
			const first = await run(workflow, 'Every night');
			expect(first.error).toBeUndefined();
			expect(accountOf(seedExternalIds.globex)).toMatchObject([{ id: seedIds.accounts.globex }]);
			expect(accountOf('crm-wayne')).toMatchObject([{ name: 'Wayne', domains: ['wayne.example'] }]);
			const [umbrella] = accountOf('crm-umbrella');
			expect(contactOf('ida@umbrella.example')).toMatchObject([{ account_id: umbrella.id }]);
			expectCost(pylon, name, {
				'each 100 companies': 1,
				'each 100 people': 1,
				'each person who is new or has a new name or company': 1,
				'each company that is new or has a new domain or name': 2,
			});

			// The next night nothing has changed.
			pylon.resetLog();
			const second = await run(workflow, 'Every night');
			expect(second.error).toBeUndefined();
			expectCost(pylon, name, {
				'each 100 companies': 1,
				'each 100 people': 1,
			});

			// One company cannot be copied; the others are.
			lists.companies = [
				{ id: 'crm-umbrella', name: 'Umbrella', domain: 'globex.example' },
				...COMPANIES,
			];
			lists.people = [{ ...PEOPLE[1], name: 'Ida Berg-Lund' }];
			const third = await run(workflow, 'Every night');
			expect(third.error?.message).toContain('1 could not be copied: Umbrella');
			expect(contactOf('ida@umbrella.example')).toMatchObject([{ name: 'Ida Berg-Lund' }]);
		} finally {
			await crm.close();
		}
	});

	test('new-customer-setup', async () => {
		const { add, publish, pylon, api, n8n } = examples();
		const name = 'new-customer-setup';
		const workflow: SavedWorkflow = await add(name, { credentials: [header('Simulated secret')] });
		await publish(workflow);
		const report = async () => {
			pylon.resetLog();
			const known = await api.executions(workflow.id);
			const response = await fetch(`${n8n.url}/webhook/new-customer`, {
				method: 'POST',
				headers: { 'content-type': 'application/json', 'x-secret': 'simulated' },
				body: JSON.stringify({
					externalId: 'crm-4711',
					company: 'Umbrella',
					domain: 'umbrella.example',
					ownerEmail: 'nora@northwind.example',
					contacts: [
						{ name: 'Ida Berg', email: 'ida@umbrella.example' },
						{ name: 'Jan Holm', email: 'jan@umbrella.example' },
					],
				}),
			});
			expect(response.status).toBe(200);
			const { id } = await api.nextExecution(workflow.id, known);
			expect((await api.executionResult(id)).error).toBeUndefined();
		};
		const made = () => {
			const account = [...pylon.state.accounts.values()].filter((one) => one.name === 'Umbrella');
			const of = <T extends { account_id: string | null }>(records: Iterable<T>) =>
				[...records].filter(({ account_id }) => account_id === account[0]?.id);
			return {
				accounts: account.map(({ owner_id }) => owner_id),
				contacts: of(pylon.state.contacts.values())
					.map((one) => one.name)
					.sort(),
				projects: of(pylon.state.projects.values()).map((one) => one.name),
				tasks: of(pylon.state.tasks.values())
					.map((one) => one.title)
					.sort(),
			};
		};
		const all = {
			accounts: [seedIds.users.nora],
			contacts: ['Ida Berg', 'Jan Holm'],
			projects: ['Onboarding'],
			tasks: ['Import their data', 'Kick-off call', 'Train the team'],
		};

		await report();
		expect(made()).toEqual(all);
		expectCost(pylon, name, {
			'each request': 1,
			'an account that is new or has a new name, domain or owner': 1,
			'each contact who is new or has a new name or account': 2,
			'a new project': 1,
			'each new task': 3,
		});

		await report();
		expect(made()).toEqual(all);
		expectCost(pylon, name, { 'each request': 1 });

		// A task was lost half-way.
		const lost = [...pylon.state.tasks.values()].find(({ title }) => title === 'Train the team');
		pylon.state.tasks.delete(lost?.id ?? '');
		await report();
		expect(made()).toEqual(all);

		const refused = await fetch(`${n8n.url}/webhook/new-customer`, { method: 'POST' });
		expect(refused.status).toBe(403);
	});
}
