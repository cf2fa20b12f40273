import { seedIds } from '../../../../sandbox/pylon';
import { replaced } from '../../../support/listChange';
import { byId } from '../../../support/locator';
import { byHand } from '../../../support/mapper';
import { describeOperations } from '../../../support/operations';
import { issuePart } from './support/issueParts';
import { byNumber, messagesOf } from './support/messages';

const { first, globex, initech } = seedIds.issues;
const { accounts, contacts, users, teams } = seedIds;

const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString();
const billing = { field: 'tags', operator: 'contains', value: 'billing' };

describeOperations(issuePart('records'), {
	delete: {
		least: {
			parameters: { issueId: byId(initech) },
			then: ({ sim, json, requests }) => {
				expect(json).toEqual([{ deleted: true }]);
				expect(sim.state.issues.has(initech)).toBe(false);
				expect(messagesOf(sim, initech)).toEqual([]);
				expect([...sim.state.threads.values(), ...sim.state.voiceCalls.values()]).toEqual([]);
				expect(requests).toHaveLength(1);
			},
		},
		all: {
			parameters: { issueId: byNumber(101) },
			then: ({ sim, json, requests }) => {
				expect(json).toEqual([{ deleted: true }]);
				expect(sim.state.issues.has(first)).toBe(false);
				expect(requests.map(({ operationId }) => operationId)).toEqual(['getIssue', 'deleteIssue']);
			},
		},
		wrong: { parameters: { issueId: byId('') }, message: "'Issue' is empty" },
	},
	get: {
		least: {
			parameters: { issueId: byId(initech) },
			then: ({ json: [found] }) =>
				expect(found).toMatchObject({
					id: initech,
					number: 103,
					account_id: accounts.initech,
					requester_id: contacts.dmitri,
				}),
		},
		all: [
			{
				parameters: { issueId: byNumber('102') },
				then: ({ json: [found] }) => expect(found.id).toBe(globex),
			},
			{
				parameters: { issueId: byId(initech), output: 'raw' },
				then: ({ json: [found] }) =>
					expect(found).toMatchObject({
						account: { id: accounts.initech },
						external_issues: [{ source: 'github', external_id: 'northwind/app/77' }],
					}),
			},
		],
		wrong: { parameters: { issueId: byId('.') }, message: "'Issue' cannot be '.'" },
	},
	getAll: {
		least: {
			parameters: { startTime: daysAgo(2.7) },
			then: ({ json, sent }) => {
				expect(json.map(({ id }) => id)).toEqual([initech, globex]);
				expect(Object.keys(sent.query)).toEqual(expect.arrayContaining(['start_time', 'end_time']));
			},
		},
		all: [
			{
				parameters: { startTime: daysAgo(9), endTime: daysAgo(0.5), limit: 2, output: 'raw' },
				then: ({ json }) => expect(json.map(({ id }) => id)).toEqual([initech, globex]),
			},
			{
				parameters: { startTime: daysAgo(100), returnAll: true },
				then: ({ sim, json, requests }) => {
					expect(json.map(({ id }) => id)).toEqual(
						sim.state.issues.newestFirst().map(({ id }) => id),
					);
					expect(requests.length).toBeGreaterThan(1);
				},
			},
		],
		wrong: [
			{ parameters: { startTime: '' }, message: "'From' is empty" },
			{ parameters: { startTime: 'last week' }, message: "'From' is not a date and time" },
			{ parameters: { startTime: '2099-01-01' }, message: "'From' is in the future" },
			{
				parameters: { startTime: daysAgo(2), endTime: daysAgo(3) },
				message: "'Until' is before 'From'",
			},
			{
				parameters: { startTime: daysAgo(2), endTime: 'now' },
				message: "'Until' is not a date and time",
			},
		],
	},
	search: {
		least: { then: ({ sim, json }) => expect(json).toHaveLength(sim.state.issues.size) },
		all: [
			{
				parameters: {
					searchText: 'invoice',
					filterMode: 'json',
					filterJson: JSON.stringify(billing),
					limit: 1,
					output: 'raw',
				},
				then: ({ json, sent }) => {
					expect(json.map(({ id }) => id)).toEqual([globex]);
					expect(sent.body).toMatchObject({ search_text: 'invoice', filter: billing });
				},
			},
			{
				parameters: {
					returnAll: true,
					filterMode: 'json',
					filterJson: JSON.stringify({
						field: 'follower_user_id',
						operator: 'equals',
						value: users.omar,
					}),
				},
				then: ({ json }) => expect(json.map(({ id }) => id)).toEqual([initech]),
			},
		],
		wrong: [
			{
				parameters: { filterMode: 'json', filterJson: '{' },
				message: "'Filter (JSON)' is not JSON",
			},
			{
				parameters: {
					filterMode: 'json',
					filterJson: JSON.stringify({ ...billing, operator: 'equals' }),
				},
				message: /'Filter \(JSON\)'.*tags.*equals|'Filter \(JSON\)'.*equals.*tags/,
			},
		],
	},
	update: {
		least: {
			parameters: { issueId: byId(globex), output: 'raw', updateFields: { state: 'closed' } },
			then: ({ sim, json: [changed], sent }) => {
				expect(sent.body).toEqual({ state: 'closed' });
				expect(sim.state.issues.get(globex)).toMatchObject({
					state: 'closed',
					title: 'Invoice shows the wrong currency',
				});
				expect(changed.resolution_time).toEqual(expect.any(String));
			},
		},
		all: [
			{
				parameters: {
					issueId: byNumber(102),
					output: 'simplified',
					customFields: byHand({ priority: 'high' }),
					updateFields: {
						accountId: byId(accounts.initech),
						assigneeId: byId(users.nora),
						customFieldsJson: { platforms: ['web'] },
						customerPortalVisible: true,
						requesterId: byId(contacts.dmitri),
						state: '={{ $json.status }}',
						tags: replaced('bug'),
						teamId: byId(teams.escalations),
						title: 'Currency',
						type: 'ticket',
					},
				},
				item: { json: { status: 'escalated' } },
				then: ({ sim }) =>
					expect(sim.state.issues.get(globex)).toMatchObject({
						account_id: accounts.initech,
						assignee_id: users.nora,
						requester_id: contacts.dmitri,
						team_id: teams.escalations,
						customer_portal_visible: true,
						state: 'escalated',
						tags: ['bug'],
						title: 'Currency',
						type: 'ticket',
						custom_fields: {
							priority: { value: 'high' },
							platforms: { values: ['web'] },
							product_area: { value: 'billing' },
						},
					}),
			},
			{
				parameters: {
					issueId: byId(globex),
					updateFields: {
						ifEmpty: 'clear',
						accountId: byId(''),
						assigneeId: byId(''),
						requesterId: byId(''),
						tags: replaced([]),
						teamId: byId(''),
					},
				},
				then: ({ sim }) =>
					expect(sim.state.issues.get(globex)).toMatchObject({
						account_id: null,
						assignee_id: null,
						requester_id: null,
						team_id: null,
						tags: [],
					}),
			},
		],
		notOffered: { requestor_id: 'deprecated spelling of requester_id' },
		wrong: [
			{ parameters: { issueId: byId(globex) }, message: 'There is nothing to change' },
			{
				parameters: {
					issueId: byId(globex),
					updateFields: { ifEmpty: 'clear', accountId: byId('') },
				},
				message: "'Account' is empty, so 'Requester' is required",
			},
			{
				parameters: { issueId: byId(globex), updateFields: { assigneeId: '={{ $json.none }}' } },
				message: "'Assignee' is empty",
			},
			{
				parameters: { issueId: byId(globex), updateFields: { title: '' } },
				message: "'Title' is empty",
			},
			{
				parameters: { issueId: byId(globex), updateFields: { state: '={{ null }}' } },
				message: "'State Name or ID' is empty",
			},
			{
				parameters: { issueId: byId('  '), updateFields: { state: 'closed' } },
				message: "'Issue' is empty",
			},
		],
	},
});
