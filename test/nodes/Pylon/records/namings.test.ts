import type { INodeParameters } from 'n8n-workflow';
import { seedIds } from '../../../../sandbox/pylon';
import { by, byId } from '../../../support/locator';
import { pylon, run, requests } from './support/namings';

const { accounts, contacts, issues, users } = seedIds;

const emailOf = (id: string): string => String(pylon.sim.state.contacts.get(id)?.email);

const URL_OF_103 = 'https://app.usepylon.com/issues?issueNumber=103';

describe('a record in the path', () => {
	const getContact = (contactId: INodeParameters | string): INodeParameters => ({
		resource: 'contact',
		operation: 'get',
		contactId,
	});

	test('a contact by email: looked up, then read', async () => {
		const { items } = await run(getContact(by('email', ` ${emailOf(contacts.carla)} `)));
		expect(items[0].json.id).toBe(contacts.carla);
		expect(requests()).toEqual(['POST /contacts/search', `GET /contacts/${contacts.carla}`]);
	});

	test('an email where the ID should be, or by expression alone', async () => {
		for (const contactId of [
			byId(emailOf(contacts.carla)),
			by('list', emailOf(contacts.carla)),
			'={{ $json.email }}',
		]) {
			const { items } = await run(getContact(contactId), { email: emailOf(contacts.carla) });
			expect(items[0].json.id).toBe(contacts.carla);
		}
	});

	test('the bare ID by expression: nothing is looked up', async () => {
		const { items } = await run(getContact('={{ $json.id }}'), { id: contacts.carla });
		expect(items[0].json.id).toBe(contacts.carla);
		expect(requests()).toEqual([`GET /contacts/${contacts.carla}`]);
	});

	test('an external ID goes into the path as it is', async () => {
		const { items } = await run(getContact(by('externalId', 'crm-carla')));
		expect(items[0].json.id).toBe(contacts.carla);
		expect(requests()).toEqual(['GET /contacts/crm-carla']);
	});

	test('an account by domain', async () => {
		const { items } = await run({
			resource: 'account',
			operation: 'get',
			accountId: by('domain', 'Globex.example'),
		});
		expect(items[0].json.id).toBe(accounts.globex);
	});

	test('a user by email', async () => {
		const email = String(pylon.sim.state.users.get(users.nora)?.email);
		const { items } = await run({ resource: 'user', operation: 'get', userId: by('email', email) });
		expect(items[0].json.id).toBe(users.nora);
	});

	test.each<[string, INodeParameters | string]>([
		['number', by('number', 103)],
		['number with #', by('number', '#103')],
		['URL', by('url', URL_OF_103)],
		['number where the ID should be', byId('103')],
		['URL where the ID should be', byId(URL_OF_103)],
	])(
		'an issue by its %s, for an endpoint that takes numbers and for one that does not',
		async (_, issueId) => {
			const { items } = await run({ resource: 'issue', operation: 'get', issueId });
			expect(items[0].json.id).toBe(issues.initech);
			expect(requests()).toEqual(['GET /issues/103']);

			pylon.sim.resetLog();
			const { error } = await run({
				resource: 'issue',
				operation: 'getThreads',
				returnAll: true,
				issueId,
			});
			expect(error).toBeUndefined();
			expect(requests()).toEqual(['GET /issues/103', `GET /issues/${issues.initech}/threads`]);
		},
	);

	test('messages are imported into an issue by its number', async () => {
		const { error } = await run({
			resource: 'import',
			operation: 'importMessages',
			issueId: by('number', 103),
			messages: { message: [{ message: 'Old', contactId: by('email', emailOf(contacts.dmitri)) }] },
		});
		expect(error).toBeUndefined();
		expect(requests()).toEqual([
			'POST /contacts/search',
			'GET /issues/103',
			`POST /import/issues/${issues.initech}/messages`,
		]);
		expect(pylon.sim.requests[2].body).toMatchObject({
			messages: [{ contact_id: contacts.dmitri }],
		});
	});
});

describe('a record in the body or the query', () => {
	const createIssue = (more: INodeParameters): INodeParameters => ({
		resource: 'issue',
		operation: 'create',
		title: 'New',
		message: 'New',
		...more,
	});

	test('a contact by email, in a parameter named otherwise', async () => {
		const { error } = await run({
			resource: 'issue',
			operation: 'update',
			issueId: byId(issues.globex),
			updateFields: { requesterId: by('email', emailOf(contacts.dmitri)) },
		});
		expect(error).toBeUndefined();
		expect(pylon.sim.requests[1]).toMatchObject({
			method: 'PATCH',
			body: { requester_id: contacts.dmitri },
		});
	});

	test('an account by domain and by external ID', async () => {
		for (const accountId of [by('domain', 'globex.example'), by('externalId', 'crm-globex')]) {
			pylon.sim.resetLog();
			expect((await run(createIssue({ accountId }))).error).toBeUndefined();
			expect(pylon.sim.requests[1].body).toMatchObject({ account_id: accounts.globex });
		}
	});

	test('the external ID goes out as it is where Pylon takes it', async () => {
		const accountId = by('externalId', 'crm-globex');
		await run({
			resource: 'contact',
			operation: 'create',
			name: 'Zoe',
			accountId,
		});
		expect(pylon.sim.requests).toHaveLength(1);
		expect(pylon.sim.requests[0].body).toEqual({ name: 'Zoe', account_external_id: 'crm-globex' });
	});

	test('a user by email, in a collection', async () => {
		const email = String(pylon.sim.state.users.get(users.omar)?.email);
		await run(
			createIssue({
				accountId: byId(accounts.globex),
				additionalFields: { assigneeId: byId(email) },
			}),
		);
		expect(pylon.sim.requests[1].body).toMatchObject({ assignee_id: users.omar });
	});

	test('a contact by email in the query', async () => {
		const { error } = await run({
			resource: 'survey',
			operation: 'getResponses',
			surveyId: byId(seedIds.surveys.csat),
			filters: { contactId: by('email', emailOf(contacts.carla)) },
		});
		expect(error).toBeUndefined();
		expect(pylon.sim.requests[1].query).toMatchObject({ contact_id: contacts.carla });
	});
});
