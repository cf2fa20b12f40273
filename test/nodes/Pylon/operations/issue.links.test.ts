import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';
import { issuePart } from './support/issueParts';
import { byNumber } from './support/messages';

const { first, initech } = seedIds.issues;
const { nora, omar, priya } = seedIds.users;
const { ada, carla } = seedIds.contacts;

const user = (id: string) => ({ id, type: 'user' });
const contact = (id: string) => ({ id, type: 'contact' });

describeOperations(issuePart('links'), {
	addFollowers: {
		least: {
			parameters: { issueId: byId(first), userIds: nora },
			then: ({ sim, json, sent }) => {
				expect(sent.body).toEqual({ operation: 'add', user_ids: [nora] });
				expect(sim.state.issues.get(first)?.followers).toEqual([user(nora)]);
				expect(json).toEqual([user(nora)]);
			},
		},
		all: {
			parameters: {
				issueId: byNumber(103),
				userIds: `${nora}, ${priya}`,
				contactIds: '={{ $json.people }}',
			},
			item: { json: { people: [ada] } },
			then: ({ sim, sent }) => {
				expect(sent.body).toEqual({
					operation: 'add',
					user_ids: [nora, priya],
					contact_ids: [ada],
				});
				const followers = [user(omar), contact(carla), user(nora), user(priya), contact(ada)];
				expect(sim.state.issues.get(initech)?.followers).toEqual(followers);
			},
		},
		wrong: [
			{
				parameters: { issueId: byId(first) },
				message: "'User Names or IDs' and 'Contact Names or IDs' are both empty",
			},
			{
				parameters: { issueId: byId(first), userIds: '={{ $json.none }}' },
				message: "'User Names or IDs' and 'Contact Names or IDs' are both empty",
			},
			{
				parameters: { issueId: byId(first), contactIds: '={{ [{ id: 1 }] }}' },
				message: "'Contact Names or IDs' has an entry that is neither text nor number",
			},
			{ parameters: { issueId: byId(' '), userIds: nora }, message: "'Issue' is empty" },
		],
	},
	getFollowers: {
		least: {
			parameters: { issueId: byId(initech) },
			then: ({ json, requests }) => {
				expect(json).toEqual([user(omar), contact(carla)]);
				expect(requests).toHaveLength(1);
			},
		},
		all: [
			{
				parameters: { issueId: byNumber(103), limit: 1 },
				then: ({ json }) => expect(json).toEqual([user(omar)]),
			},
			{
				parameters: { issueId: byId(first), returnAll: true },
				then: ({ json }) => expect(json).toEqual([]),
			},
		],
		wrong: {
			parameters: { issueId: byId(initech), limit: -1 },
			message: "'Limit' has to be a whole number",
		},
	},
	removeFollowers: {
		least: {
			parameters: { issueId: byId(initech), userIds: [omar] },
			then: ({ sim, json, sent }) => {
				expect(sent.body).toEqual({ operation: 'remove', user_ids: [omar] });
				expect(sim.state.issues.get(initech)?.followers).toEqual([contact(carla)]);
				expect(json).toEqual([contact(carla)]);
			},
		},
		all: {
			parameters: { issueId: byId(initech), userIds: `${omar},${nora}`, contactIds: carla },
			then: ({ sim, json }) => {
				expect(sim.state.issues.get(initech)?.followers).toEqual([]);
				expect(json).toEqual([]);
			},
		},
		wrong: {
			parameters: { issueId: byId(initech), userIds: ' , ' },
			message: "'User Names or IDs' and 'Contact Names or IDs' are both empty",
		},
	},
	linkExternalIssue: {
		least: {
			parameters: { issueId: byId(first), tracker: 'linear', externalIssueId: initech },
			then: ({ sim, json: [linked], sent }) => {
				expect(sent.body).toEqual({
					operation: 'link',
					source: 'linear',
					external_issue_id: initech,
				});
				expect(sim.state.issues.get(first)?.external_issues).toMatchObject([
					{ source: 'linear', external_id: initech },
				]);
				expect(linked).toMatchObject({
					id: first,
					external_issues: [{ source: 'linear', external_id: initech }],
				});
				expect(linked).not.toHaveProperty('body_html');
			},
		},
		all: [
			{
				parameters: {
					issueId: byNumber('103'),
					tracker: 'github',
					externalIssueId: ' northwind/app/78 ',
					output: 'raw',
				},
				then: ({ sim, json: [linked] }) => {
					expect(linked).toMatchObject({
						external_issues: [{}, {}],
						requester: { id: expect.any(String) },
					});
					expect(sim.state.issues.get(initech)?.external_issues).toMatchObject([
						{ source: 'github', external_id: 'northwind/app/77' },
						{ source: 'github', external_id: 'northwind/app/78' },
					]);
				},
			},
			{
				parameters: { issueId: byId(first), tracker: 'jira', externalIssueId: '={{ 10042 }}' },
				then: ({ sent }) =>
					expect(sent.body).toEqual({
						operation: 'link',
						source: 'jira',
						external_issue_id: '10042',
					}),
			},
		],
		wrong: {
			parameters: { issueId: byId(first), externalIssueId: '' },
			message: "'External Issue ID' is empty",
		},
	},
	unlinkExternalIssue: {
		least: {
			parameters: {
				issueId: byId(initech),
				tracker: 'github',
				externalIssueId: 'northwind/app/77',
			},
			then: ({ sim, json: [unlinked], sent }) => {
				expect(sent.body).toEqual({
					operation: 'unlink',
					source: 'github',
					external_issue_id: 'northwind/app/77',
				});
				expect(sim.state.issues.get(initech)?.external_issues).toEqual([]);
				expect(unlinked).toMatchObject({ id: initech });
				expect(unlinked).not.toHaveProperty('external_issues');
			},
		},
		all: {
			parameters: {
				issueId: byNumber(103),
				tracker: '={{ $json.tracker }}',
				externalIssueId: 'northwind/app/77',
				output: 'raw',
			},
			item: { json: { tracker: 'github' } },
			then: ({ sim }) => expect(sim.state.issues.get(initech)?.external_issues).toEqual([]),
		},
		wrong: {
			parameters: {
				issueId: byId(initech),
				tracker: 'github',
				externalIssueId: '={{ $json.none }}',
			},
			message: "'External Issue ID' is empty",
		},
	},
	getVoiceCalls: {
		least: {
			parameters: { issueId: byId(initech) },
			then: ({ json }) => {
				expect(json).toMatchObject([{ from_phone_number: '+4915550100', duration_sec: 184 }]);
				expect(json[0].recordings).toMatchObject([
					{
						download_url: expect.stringMatching(/Expires=\d+/),
						transcript_segments: [{ text: 'I cannot sign in.' }, {}],
					},
				]);
			},
		},
		all: [
			{
				parameters: { issueId: byNumber(103), limit: 5 },
				then: ({ json, requests }) => {
					expect(json).toHaveLength(1);
					expect(requests.map(({ operationId }) => operationId)).toEqual([
						'getIssue',
						'getIssueVoiceCalls',
					]);
				},
			},
			{
				parameters: { issueId: byId(first), returnAll: true },
				then: ({ json }) => expect(json).toEqual([]),
			},
		],
		wrong: { parameters: { issueId: byNumber('') }, message: "'Issue' is empty" },
	},
});
