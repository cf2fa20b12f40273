import { accountActivity } from '../../../../nodes/Pylon/operations/accountActivity';
import { activityType } from '../../../../nodes/Pylon/operations/activityType';
import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';

const { globex } = seedIds.accounts;

const { ada } = seedIds.contacts;

const accountId = byId(globex);

describeOperations(accountActivity, {
	create: {
		least: {
			parameters: { accountId, activityType: 'plan_changed' },
			then: ({ sim, json, sent }) => {
				expect(sent.body).toEqual({ slug: 'plan_changed' });
				expect(json).toEqual([{ success: true }]);
				expect([...sim.state.activities.values()]).toMatchObject([
					{ account_id: globex, slug: 'plan_changed', contact_id: null },
				]);
			},
		},
		all: {
			timezone: 'America/New_York',
			parameters: {
				accountId,
				activityType: 'report_exported',
				additionalFields: {
					body: '12,000 rows',
					messageFormat: 'plainText',
					contactId: byId(ada),
					happenedAt: '2026-07-01T10:00:00',
					link: 'https://app.example.com/exports/42',
					linkText: 'Open export',
					userId: byId(seedIds.users.nora),
				},
			},
			then: ({ sim }) => {
				const [activity] = sim.state.activities.values();
				expect(activity).toMatchObject({
					slug: 'report_exported',
					body_html: '<p>12,000 rows</p>',
					contact_id: ada,
					link: 'https://app.example.com/exports/42',
					link_text: 'Open export',
					user_id: seedIds.users.nora,
				});
				expect(Date.parse(activity.happened_at)).toBe(Date.parse('2026-07-01T14:00:00Z'));
			},
		},
		wrong: [
			{
				parameters: { accountId, activityType: '' },
				message: "'Activity Type Name or ID' is empty",
			},
			{
				parameters: {
					accountId,
					activityType: 'x',
					additionalFields: { ifEmpty: 'refuse', happenedAt: '' },
				},
				message: "'Happened At'",
			},
			{
				parameters: {
					accountId,
					activityType: 'x',
					additionalFields: { ifEmpty: 'refuse', contactId: byId('') },
				},
				message: "'Contact' is empty",
			},
		],
	},
});

describeOperations(activityType, {
	getAll: {
		least: {
			then: ({ json }) =>
				expect(json.map(({ slug }) => slug).sort()).toEqual(['plan_changed', 'report_exported']),
		},
		all: [
			{ parameters: { limit: 1 }, then: ({ json }) => expect(json).toHaveLength(1) },
			{ parameters: { returnAll: true }, then: ({ json }) => expect(json).toHaveLength(2) },
		],
		wrong: { parameters: { limit: -1 }, message: "'Limit' has to be a whole number" },
	},
});
