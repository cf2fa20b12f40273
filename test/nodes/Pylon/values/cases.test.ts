import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { seedIds } from '../../../../sandbox/pylon';
import { loadNode } from '../../../support/nodeTypes';
import { by, byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';
import { runPylon } from '../../shared/client/support/run';
import { outcomesOf } from './support/run';

/** What went wrong with values in other integrations, in whole jobs: the values one by one are in matrix.test.ts. */
const pylon = withPylon();
const node = loadNode(new Pylon());
const { accounts, contacts, issues } = seedIds;

const run = async (parameters: INodeParameters, ...items: IDataObject[]) =>
	await runPylon(pylon.credentials, parameters, items.length > 0 ? items : [{}]);
const sent = (method: string) => pylon.sim.requests.filter((request) => request.method === method);
const bodyOf = (method: string) => sent(method).at(-1)?.body as IDataObject;

const updateIssue = (updateFields: INodeParameters): INodeParameters => ({
	resource: 'issue',
	operation: 'update',
	issueId: byId(issues.initech),
	updateFields,
});

describe('rows of a table with empty cells', () => {
	const create = (additionalFields: INodeParameters = {}): INodeParameters => ({
		resource: 'contact',
		operation: 'create',
		name: '={{ $json.name }}',
		additionalFields: {
			email: '={{ $json.email }}',
			phoneNumbers: '={{ $json.phone }}',
			avatarUrl: '={{ $json.avatar }}',
			accountId: byId('={{ $json.account }}'),
			externalIds: { externalId: [{ externalId: 'row-1', label: '={{ $json.label }}' }] },
			...additionalFields,
		},
	});

	test.each([undefined, null, '', ' '])('%p is left out of what is created', async (email) => {
		const { error } = await run(create(), { name: 'Bob', email } as IDataObject);
		expect(error).toBeUndefined();
		expect(bodyOf('POST')).toEqual({ name: 'Bob', external_ids: [{ external_id: 'row-1' }] });
	});

	test('or refused, where the user wants it so', async () => {
		const { error } = await run(create({ ifEmpty: 'refuse' }), { name: 'Bob' });
		expect(error).toMatchObject({
			message: expect.stringMatching(/ is empty$/),
			description: expect.stringContaining("'If a Value Is Empty'"),
		});
		expect(pylon.sim.requests).toEqual([]);
	});

	test.each([
		[
			'Portal Role',
			{
				resource: 'contact',
				operation: 'create',
				name: 'Bob',
				additionalFields: { portalRole: '={{ $json.none }}' },
			},
		],
		[
			'Internal',
			{
				resource: 'taskComment',
				operation: 'create',
				taskId: byId(seedIds.tasks.import),
				message: 'x',
				additionalFields: { isInternal: '={{ $json.none }}' },
			},
		],
		[
			'Availability',
			{
				resource: 'user',
				operation: 'update',
				userId: byId(seedIds.users.nora),
				updateFields: { status: '={{ $json.none }}' },
			},
		],
		[
			'Published',
			{
				resource: 'knowledgeBaseArticle',
				operation: 'create',
				knowledgeBaseId: byId(seedIds.knowledgeBase),
				title: 'x',
				content: 'x',
				authorUserId: byId(seedIds.users.nora),
				additionalFields: { isPublished: '={{ $json.none }}' },
			},
		],
	] as Array<[string, INodeParameters]>)(
		"a switch or choice never is: '%s'",
		async (displayName, parameters) => {
			const { error } = await run(parameters);
			expect(error?.message).toBe(`'${displayName}' is empty`);
			expect(pylon.sim.requests).toEqual([]);
		},
	);

	test('an update clears what can be cleared, and nothing else', async () => {
		const { error } = await run(
			updateIssue({
				ifEmpty: 'clear',
				assigneeId: byId('={{ $json.none }}'),
				tags: { change: { mode: 'replace', values: '={{ $json.none }}' } },
			}),
		);
		expect(error).toBeUndefined();
		expect(bodyOf('PATCH')).toEqual({ assignee_id: '', tags: [] });
		pylon.sim.resetLog();
		const refused = await run(updateIssue({ ifEmpty: 'clear', title: '={{ $json.none }}' }));
		expect(refused.error?.message).toBe("'Title' is empty, and Pylon cannot empty it");
		expect(pylon.sim.requests).toEqual([]);
	});
});

describe('the people of a reply', () => {
	const reply = (additionalFields: INodeParameters): INodeParameters => ({
		resource: 'issue',
		operation: 'reply',
		issueId: byId(issues.initech),
		message: 'x',
		additionalFields,
	});

	test.each([
		['CC', { ccEmails: '={{ $json.cc }}' }],
		['BCC', { bccEmails: '={{ $json.cc }}' }],
	])("'%s' follows the rule of 'To'", async (displayName, fields) => {
		for (const cc of [null, undefined]) {
			const { error } = await run(reply(fields), { cc } as IDataObject);
			expect(error?.message).toBe(`'${displayName}' yields nothing`);
		}
		expect(pylon.sim.requests).toEqual([]);
		expect(
			(await run({ ...reply(fields), toEmails: 'dmitri@initech.example' }, { cc: '' })).error,
		).toBeUndefined();
	});
});

describe('records that are there already', () => {
	test('an account with white space around its name is not created twice', async () => {
		await run({ resource: 'account', operation: 'create', name: ' Zeta Ltd\u00a0' });
		const { items } = await run({ resource: 'account', operation: 'upsert', name: 'Zeta Ltd' });
		expect(items[0].json.created).toBe(false);
	});

	test.each(['www.globex.example', 'GLOBEX.example', ' Www.Globex.Example. '])(
		'an account is found by the domain %j',
		async (domain) => {
			const { items } = await run({
				resource: 'account',
				operation: 'upsert',
				domain,
				name: 'Globex',
			});
			expect(items[0].json).toMatchObject({ id: accounts.globex, created: false });
			const got = await run({
				resource: 'account',
				operation: 'get',
				accountId: by('domain', domain),
			});
			expect(got.items[0].json.id).toBe(accounts.globex);
		},
	);

	test('a contact is found by its address in other capitals', async () => {
		await run({
			resource: 'contact',
			operation: 'create',
			name: 'New',
			additionalFields: { email: 'New.User@Cedar.example' },
		});
		const { items } = await run({
			resource: 'contact',
			operation: 'get',
			contactId: by('email', 'new.user@CEDAR.example'),
		});
		expect(items[0].json.email).toBe('new.user@cedar.example');
	});

	test('a tag is found in other capitals', async () => {
		const { items } = await run({
			resource: 'tag',
			operation: 'upsert',
			objectType: 'account',
			tagName: 'VIP',
		});
		expect(items[0].json).toMatchObject({ id: seedIds.tags.vip, created: false });
	});

	test('a tag that an issue has in other capitals is not added beside it', async () => {
		await run(updateIssue({ tags: { change: { mode: 'replace', values: 'billing' } } }));
		pylon.sim.resetLog();
		await run(updateIssue({ tags: { change: { mode: 'add', values: 'Billing' } } }));
		expect(sent('PATCH')).toEqual([]);
	});
});

describe('states of issues', () => {
	test.each([
		['Closed', 'closed'],
		['waiting on YOU', 'waiting_on_you'],
		['waiting_on_customer', 'waiting_on_customer'],
	])('%j is %s', async (state, slug) => {
		const { error } = await run(updateIssue({ state }));
		expect(error).toBeUndefined();
		expect(bodyOf('PATCH')).toEqual({ state: slug });
	});

	test('those of the workspace are asked for once a run, and go by their labels, too', async () => {
		const own = pylon.sim.state.issueStatuses.find(
			({ slug, is_archived: isArchived }) =>
				!isArchived &&
				!['new', 'closed', 'on_hold', 'waiting_on_you', 'waiting_on_customer'].includes(slug),
		);
		expect(own).toBeDefined();
		const states = [own?.label, String(own?.label).toUpperCase(), own?.slug];
		const outcomes = await outcomesOf(
			pylon.sim,
			node,
			updateIssue({ state: '={{ $json.v }}' }),
			states,
		);
		expect(
			outcomes.map(({ requests }) => requests.find(({ method }) => method === 'PATCH')?.body),
		).toEqual(states.map(() => ({ state: own?.slug })));
		expect(
			outcomes.flatMap(({ requests }) => requests.filter(({ path }) => path === '/issue-statuses')),
		).toHaveLength(1);
	});

	test('an unknown one is answered with those that there are, and nothing is changed', async () => {
		const { error } = await run(updateIssue({ state: 'Legacy review' }));
		expect(error).toMatchObject({
			message: "Your workspace has no state 'Legacy review'",
			description: expect.stringMatching(/Waiting on you \(waiting_on_you\)/),
		});
		expect(sent('PATCH')).toEqual([]);
	});
});

describe('files without a name', () => {
	test.each([
		[{ mimeType: 'application/pdf' }, 'data.pdf'],
		[{ mimeType: 'text/plain; charset=utf-8' }, 'data.txt'],
		[{ mimeType: 'application/x-unknown', fileExtension: 'abc' }, 'data.abc'],
		[{ mimeType: 'application/x-unknown' }, 'data'],
		[{ mimeType: 'application/pdf', fileName: 'report' }, 'report'],
	])('%j is uploaded as %s', async (file, name) => {
		const { error } = await runPylon(
			pylon.credentials,
			{ resource: 'attachment', operation: 'create' },
			[{}],
			{
				items: [
					{ json: {}, binary: { data: { data: Buffer.from('x').toString('base64'), ...file } } },
				],
			} as never,
		);
		expect(error).toBeUndefined();
		expect([...pylon.sim.state.files.values()].map((stored) => stored.name)).toContain(name);
	});
});

describe('addresses that were copied', () => {
	test.each([
		[
			'account',
			'accountId',
			`https://app.usepylon.com/accounts/${accounts.globex}`,
			accounts.globex,
		],
		[
			'contact',
			'contactId',
			`https://app.eu.usepylon.com/contacts/${contacts.ada}?tab=issues`,
			contacts.ada,
		],
		['issue', 'issueId', `https://app.usepylon.com/issues/${issues.initech}`, issues.initech],
		['issue', 'issueId', 'https://app.usepylon.com/issues?issueNumber=101', issues.first],
		['account', 'accountId', `"${accounts.globex}"`, accounts.globex],
	])('%s by %s %j', async (resource, parameter, address, id) => {
		const { items } = await run({ resource, operation: 'get', [parameter]: byId(address) });
		expect(items[0].json.id).toBe(id);
	});

	test('another address is no ID', async () => {
		const { error } = await run({
			resource: 'account',
			operation: 'get',
			accountId: byId(`https://crm.example/accounts/${accounts.globex}`),
		});
		expect(error?.message).toBe("'Account' is an address that names no such record");
		expect(pylon.sim.requests).toEqual([]);
	});
});
