import type { IDataObject } from 'n8n-workflow';

import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { simplifyAccount } from '../../../../nodes/Pylon/records/simplified/account';
import { simplifyArticle } from '../../../../nodes/Pylon/records/simplified/article';
import { simplifyContact } from '../../../../nodes/Pylon/records/simplified/contact';
import { simplifyIssue } from '../../../../nodes/Pylon/records/simplified/issue';
import { simplifyMessage } from '../../../../nodes/Pylon/records/simplified/message';
import { simplifyTask } from '../../../../nodes/Pylon/records/simplified/task';
import { seedIds } from '../../../../sandbox/pylon';
import { document } from '../../../../sandbox/pylon/document';
import { runNode } from '../../../support/engine';
import { byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';

const { accounts, contacts, issues, tasks, articles, users, teams } = seedIds;

const kinds: Array<[kind: string, simplify: (record: IDataObject) => IDataObject, keys: string]> = [
	[
		'Issue',
		simplifyIssue,
		'id number title state type source link requester_id account_id assignee_id team_id tags created_at updated_at latest_message_time snoozed_until_time custom_fields',
	],
	[
		'Contact',
		simplifyContact,
		'id name email emails account_id primary_phone_number portal_role external_ids custom_fields',
	],
	[
		'Account',
		simplifyAccount,
		'id name type primary_domain domains owner_id tags external_ids created_at updated_at latest_customer_activity_time custom_fields',
	],
	[
		'Message',
		simplifyMessage,
		'id timestamp author_type author_id author_name is_private source message_html file_urls thread_id',
	],
	[
		'Article',
		simplifyArticle,
		'id title slug url is_published collection_id author_user_id last_edited_at last_published_at current_published_content_html current_draft_content_html',
	],
	[
		'Task',
		simplifyTask,
		'id title status due_date assignee_type assignee_id account_id project_id milestone_id parent_task_id created_at custom_fields',
	],
];

/** What of the API's records is left to the raw ones, which `Output` can choose. */
const LEFT_OUT: Record<string, string> = {
	Issue: [
		'active_time_by_user active_time_seconds attachment_urls author_unverified body_html',
		'business_hours_active_time_seconds business_hours_first_response_seconds',
		'business_hours_resolution_seconds business_hours_time_in_status_seconds chat_widget_info child_issues',
		'csat_responses customer_portal_visible external_issues first_resolution_time first_response_breach_time',
		'first_response_seconds first_response_time is_issue_group number_of_touches parent_issue_group',
		'resolution_breach_time resolution_seconds resolution_time slack team_slas time_in_status_seconds',
		'workspace_email',
	].join(' '),
	Contact: 'avatar_url integration_user_ids phone_numbers portal_role_id',
	Account:
		'channels crm_settings domain is_disabled associated_account_ids parent_account_id subaccount_ids logo_url',
	Message: 'email_info',
	Article: 'approval_info created_at identifier is_unlisted tags visibility_config',
	Task: 'body_html customer_portal_visible subtask_ids updated_at',
};

const LISTS = ['tags', 'emails', 'domains', 'external_ids', 'file_urls'];

describe.each(kinds)('%s', (kind, simplify, keys) => {
	const schemas = (
		document as unknown as { components: { schemas: Record<string, { properties: object }> } }
	).components.schemas;
	const declared = Object.keys(schemas[kind].properties);
	const empty = Object.fromEntries(
		keys
			.split(' ')
			.map((key) => [key, key === 'custom_fields' ? {} : LISTS.includes(key) ? [] : null]),
	);

	test('its fields in their order, also where Pylon has none of them', () => {
		expect(Object.keys(simplify({}))).toEqual(keys.split(' '));
		expect(simplify({})).toEqual(empty);
	});

	test('every field of the API may be null', () => {
		expect(simplify(Object.fromEntries(declared.map((key) => [key, null])))).toEqual(empty);
	});

	test(`a field of ${kind} in openapi.yaml is in its simplified form (nodes/Pylon/records/simplified), or it leaves out what LEFT_OUT names here`, () => {
		const simplified = Object.keys(simplify({}));
		const left = declared.filter(
			(name) => !simplified.some((key) => key === name || key.startsWith(`${name}_`)),
		);
		expect(left.sort()).toEqual(LEFT_OUT[kind].split(' ').sort());
	});

	test('what it takes over exists in the API', () => {
		const flattened =
			/^(requester|account|assignee|owner|team|author|project|milestone)_(id|email|name|type)$/;
		const taken = keys.split(' ').filter((key) => declared.includes(key) || !flattened.test(key));
		expect(taken.filter((key) => !declared.includes(key))).toEqual([]);
	});
});

test('records inside are flattened, custom fields plain', () => {
	expect(
		simplifyIssue({
			id: 'i1',
			requester: { id: 'c1', email: 'ada@example.com' },
			assignee: { id: 'u1', email: null },
			tags: ['a'],
			custom_fields: {
				plan: { slug: 'plan', value: 'team' },
				regions: { slug: 'regions', values: ['emea'] },
				unset: { slug: 'unset' },
				nothing: null,
				both: { slug: 'both', value: '', values: [] },
			},
		}),
	).toMatchObject({
		requester_id: 'c1',
		assignee_id: 'u1',
		tags: ['a'],
		custom_fields: { plan: 'team', regions: ['emea'], unset: null, nothing: null, both: [] },
	});
	expect(
		simplifyContact({ external_ids: [{ external_id: 'crm-1', label: 'crm' }, { label: 'odd' }] })
			.external_ids,
	).toEqual(['crm-1', null]);
});

test.each([
	[
		{ user: { id: 'u1', email: 'nora@example.com' }, contact: null, name: 'Nora' },
		['user', 'u1', 'Nora', 'nora@example.com'],
	],
	[{ contact: { id: 'c1' }, name: null }, ['contact', 'c1', null, null]],
	[{ name: 'A bot' }, [null, null, 'A bot', null]],
])('the author of a message: %j', (author, expected) => {
	const { author_type, author_id, author_name, author_email } = simplifyMessage({ author }, true);
	expect([author_type, author_id, author_name, author_email]).toEqual(expected);
});

describe('in the node', () => {
	const pylon = withPylon({ checkReplies: true });
	const run = async (
		resource: string,
		operation: string,
		parameters: object,
		item: IDataObject = {},
		continueOnFail = false,
	) =>
		await runNode({
			node: new Pylon(),
			parameters: { resource, operation, ...parameters } as never,
			items: [{ json: item }],
			continueOnFail,
			credentials: pylon.credentials,
		});
	const one = async (...given: Parameters<typeof run>) => {
		const { items, error } = await run(...given);
		if (error) throw error;
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(items.map(() => ({ item: 0 })));
		return items[0].json;
	};

	test('issue, contact, account', async () => {
		expect(await one('issue', 'get', { issueId: byId(issues.globex) })).toMatchObject({
			id: issues.globex,
			number: 102,
			account_id: accounts.globex,
			requester_id: contacts.carla,
			custom_fields: { product_area: 'billing' },
		});
		expect(await one('contact', 'get', { contactId: byId(contacts.carla) })).toMatchObject({
			account_id: accounts.globex,
			external_ids: ['crm-carla'],
		});
		expect(
			await one('account', 'update', {
				accountId: byId(accounts.globex),
				updateFields: { name: 'G' },
			}),
		).toMatchObject({
			name: 'G',
			owner_id: users.nora,
			external_ids: ['crm-globex'],
		});
	});

	test('message, article, task', async () => {
		expect(await one('issue', 'getMessages', { issueId: byId(issues.initech) })).toMatchObject({
			author_type: 'contact',
			author_id: contacts.dmitri,
			author_name: 'Dmitri Novak',
		});
		const article = {
			knowledgeBaseId: byId(seedIds.knowledgeBase),
			articleId: byId(articles.export),
		};
		expect(Object.keys(await one('knowledgeBaseArticle', 'get', article))).toEqual(
			kinds[4][2].split(' '),
		);
		expect(await one('task', 'get', { taskId: byId(tasks.import) })).toMatchObject({
			assignee_type: 'user',
			assignee_id: users.nora,
			custom_fields: { effort: 'large' },
		});
	});

	test('lists and what was created', async () => {
		const { items } = await run('account', 'getAll', { returnAll: true });
		expect(items).toHaveLength(pylon.sim.state.accounts.size);
		for (const { json } of items) expect(Object.keys(json)).toEqual(kinds[2][2].split(' '));
		const created = await one('issue', 'create', {
			title: 'Hello',
			message: 'Hello',
			requesterId: byId(contacts.carla),
			additionalFields: { teamId: byId(teams.support) },
		});
		expect(created).toMatchObject({ title: 'Hello', team_id: teams.support });
	});

	test('raw, the record is as Pylon sent it; by expression too', async () => {
		const parameters = { contactId: byId(contacts.carla), output: '={{ $json.output }}' };
		expect(await one('contact', 'get', parameters, { output: 'raw' })).toMatchObject({
			account: { id: accounts.globex },
		});
		expect(await one('contact', 'get', parameters, { output: 'simplified' })).toMatchObject({
			account_id: accounts.globex,
		});
	});

	test('an item that failed stays as it is', async () => {
		const { items } = await run('contact', 'get', { contactId: byId('nobody') }, {}, true);
		expect(items).toHaveLength(1);
		expect(items[0].json).toHaveProperty('error');
		expect(items[0].json).not.toHaveProperty('custom_fields');
	});
});
