import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';
import { issuePart } from './support/issueParts';
import { byNumber } from './support/messages';

const { initech } = seedIds.issues;

const { dmitri } = seedIds.contacts;

describeOperations(issuePart('context'), {
	getContext: {
		least: {
			parameters: { issueId: byId(initech) },
			then: ({ json: [context], requests }) => {
				expect(context).toEqual({
					issue: expect.objectContaining({
						id: initech,
						number: 103,
						title: 'Cannot sign in since this morning',
						state: 'waiting_on_customer',
						source: 'email',
						requester_id: dmitri,
						requester_name: 'Dmitri Novak',
						requester_email: 'dmitri@initech.example',
						assignee_name: expect.any(String),
						assignee_email: expect.stringContaining('@northwind.example'),
						team_name: expect.any(String),
						custom_fields: { product_area: 'login' },
					}),
					requester: expect.objectContaining({
						kind: 'customer',
						id: dmitri,
						name: 'Dmitri Novak',
						email: 'dmitri@initech.example',
					}),
					account: expect.objectContaining({
						id: seedIds.accounts.initech,
						name: 'Initech',
						tags: ['trial'],
						owner_name: expect.any(String),
					}),
					other_open_issues: [],
					conversation: expect.stringMatching(
						/^\[\S+ \S+ \+00:00 \| customer \| email\] Dmitri Novak \(dmitri@initech\.example\):\n {2}Cannot sign in since this morning\n\n\[.* \| agent \| internal note\] Nora Keller \(nora@northwind\.example\):\n {2}The log shows a locked account\.$/,
					),
					messages: [
						expect.objectContaining({
							author: 'Dmitri Novak',
							author_kind: 'customer',
							is_private: false,
							text: 'Cannot sign in since this morning',
						}),
						expect.objectContaining({
							author: 'Nora Keller',
							author_kind: 'agent',
							is_private: true,
						}),
					],
					messages_included: 2,
					messages_dropped: 0,
				});
				expect(context.issue).not.toHaveProperty('body_html');
				expect(requests.map(({ operationId }) => operationId).sort()).toEqual([
					'getIssue',
					'getIssueMessages',
					'getIssueStatuses',
					'getTeams',
					'getUsers',
					'searchAccounts',
					'searchContacts',
					'searchIssues',
				]);
			},
		},
		all: {
			parameters: {
				issueId: byNumber(103),
				options: { includeInternalNotes: false, sizeLimit: 100 },
			},
			timezone: 'Asia/Tokyo',
			then: ({ json: [{ conversation, messages_included: included }] }) => {
				expect(conversation).toMatch(/^\[\S+ \S+ \+09:00 \| customer \| email\] Dmitri Novak/);
				expect(conversation).not.toContain('locked');
				expect((conversation as string).length).toBeLessThanOrEqual(100);
				expect(included).toBe(1);
			},
		},
		wrong: [
			{ parameters: { issueId: byId('') }, message: "'Issue' is empty" },
			{
				parameters: { issueId: byId(initech), options: { sizeLimit: '={{ null }}' } },
				message: "'Size Limit (Characters)' is empty",
			},
			...[99, '1e9', 100.5].map((sizeLimit) => ({
				parameters: { issueId: byId(initech), options: { sizeLimit } },
				message: "'Size Limit (Characters)' has to be a whole number from 100 to 1000000",
			})),
		],
	},
});
