import type { INodeParameters } from 'n8n-workflow';
import { seedIds } from '../../../../sandbox/pylon';
import { storeAccount, storeContact } from '../../../../sandbox/pylon/seed/blank';
import { by, byId } from '../../../support/locator';
import { errorOf, runPylon } from '../../shared/client/support/run';
import { pylon, run, requests } from './support/namings';

const { accounts, contacts } = seedIds;

const emailOf = (id: string): string => String(pylon.sim.state.contacts.get(id)?.email);

describe('a name that none has, or several have', () => {
	const setAccount = (contact: INodeParameters, account: INodeParameters): INodeParameters => ({
		resource: 'contact',
		operation: 'setAccount',
		contactId: contact,
		accountId: account,
	});

	test('no contact with the email: nothing is changed', async () => {
		const { error } = await run(
			setAccount(by('email', 'nobody@example.com'), byId(accounts.globex)),
		);
		expect(error).toMatchObject({
			message: "No contact has the email 'nobody@example.com'",
			description: "Check 'Contact', or choose the contact from the list.",
			context: { itemIndex: 0 },
		});
		expect(requests()).toEqual(['POST /contacts/search']);
	});

	test("a 404 that is not Pylon's says nothing about the record", async () => {
		pylon.sim.faults.add({ kind: 'html', status: 404, operationId: 'getContact' });
		const { error } = await run({
			resource: 'issue',
			operation: 'create',
			title: 'T',
			message: 'M',
			requesterId: by('externalId', 'crm-carla'),
		});
		expect(error).toMatchObject({ httpCode: '404' });
		expect(error?.message).not.toMatch(/^No contact/);
		expect(requests()).toEqual(['GET /contacts/crm-carla']);
	});

	test('two contacts with one email: both are listed, with their IDs', async () => {
		const { id } = storeContact(pylon.sim.state, {
			name: 'Carla Twin',
			email: emailOf(contacts.carla),
		});
		const { error } = await run(
			setAccount(by('email', emailOf(contacts.carla)), byId(accounts.globex)),
		);
		expect(error?.message).toBe(`2 contacts have the email '${emailOf(contacts.carla)}'`);
		const { description } = error as { description?: string };
		expect(description).toContain("Put the ID of one of them into 'Contact': ");
		expect(description).toContain(`Carla Twin (${emailOf(contacts.carla)}): ${id}`);
		expect(description).toContain(`: ${contacts.carla}`);
		expect(requests()).toEqual(['POST /contacts/search']);
	});

	test('no account with the domain, and two of them', async () => {
		const setTo = (domain: string) => run(setAccount(byId(contacts.ada), by('domain', domain)));
		expect((await setTo('nowhere.example')).error?.message).toBe(
			"No account has the domain 'nowhere.example'",
		);
		const { id } = storeAccount(pylon.sim.state, new Date().toISOString(), {
			name: 'Globex Two',
			domains: ['globex.example'],
		});
		const { error } = await setTo('globex.example');
		expect(error?.message).toBe("2 accounts have the domain 'globex.example'");
		expect((error as { description?: string }).description).toContain(
			`Globex Two (globex.example): ${id}`,
		);
	});

	test('what looks like no email is refused unsent', async () => {
		const { error } = await run(setAccount(by('email', 'Carla'), byId(accounts.globex)));
		expect(error?.message).toBe("'Contact' is not an email address");
		expect(pylon.sim.requests).toEqual([]);
	});

	test('no address of an issue is refused unsent', async () => {
		const { error } = await run({
			resource: 'issue',
			operation: 'get',
			issueId: by('url', 'https://app.usepylon.com/issues'),
		});
		expect(error?.message).toBe("'Issue' is not the URL of an issue");
		expect(pylon.sim.requests).toEqual([]);
	});

	test('no issue with the number', async () => {
		const { error } = await run({
			resource: 'issue',
			operation: 'getThreads',
			issueId: by('number', 999_999),
		});
		expect(error?.message).toBe("No issue has the number '999999'");
	});
});

describe('look-ups of a run', () => {
	const many = Array.from({ length: 100 }, (_, index) => ({
		index,
		email: index % 2 === 0 ? contacts.carla : contacts.dmitri,
	}));

	test('of 100 items sharing a look-up no look-up twice in a run', async () => {
		const items = many.map(({ email }) => ({ email: emailOf(email) }));
		const parameters = {
			resource: 'contact',
			operation: 'setAccount',
			contactId: by('email', '={{ $json.email }}'),
			accountId: by('domain', 'globex.example'),
		};
		const { items: results, error } = await runPylon(pylon.credentials, parameters, items);
		expect(error).toBeUndefined();
		expect(results).toHaveLength(100);
		const lookUps = pylon.sim.requests
			.filter(({ method }) => method === 'POST')
			.map(({ path, body }) => `${path} ${JSON.stringify(body)}`);
		expect(new Set(lookUps).size).toBe(3);
		expect(lookUps).toHaveLength(3);
	});

	test('each run asks anew', async () => {
		const parameters = {
			resource: 'contact',
			operation: 'get',
			contactId: by('email', emailOf(contacts.carla)),
		};
		await runPylon(pylon.credentials, parameters, [{}]);
		await runPylon(pylon.credentials, parameters, [{}]);
		expect(pylon.sim.requests.filter(({ method }) => method === 'POST')).toHaveLength(2);
	});

	test('with continue on fail, a name that none has fails its own items only', async () => {
		const items = [{ email: 'nobody@example.com' }, { email: emailOf(contacts.carla) }];
		const parameters = {
			resource: 'contact',
			operation: 'get',
			contactId: by('email', '={{ $json.email }}'),
		};
		const { items: results } = await runPylon(pylon.credentials, parameters, items, {
			continueOnFail: true,
		});
		expect(errorOf(results[0])?.message).toBe("No contact has the email 'nobody@example.com'");
		expect(results[1].json.id).toBe(contacts.carla);
	});
});
