import { seedIds } from '../../../../sandbox/pylon';
import { withTrigger } from './pylonCalls';

export const bench = withTrigger();

export const { listen, call, items, asked } = bench;

export const { issues, accounts, contacts, users, teams } = seedIds;

export const { nora } = users;

export const team = teams.support;

/** As the live API was recorded to send it: people by ID alone, custom fields without their slug, some with dots in it. */
export const issue = {
	id: issues.globex,
	number: 101,
	title: 'Export stops',
	state: 'on_hold',
	requester: { id: contacts.carla },
	assignee: { id: nora },
	account: { id: accounts.globex, external_ids: null },
	team: { id: team },
	tags: null,
	custom_fields: {
		'account.hubspot.tier': { value: 'gold' },
		question_type: { value: '', values: ['bug', 'billing'] },
		plan: { value: 'pro' },
	},
	updated_at: '2026-10-08T10:00:01.000Z',
};

export const created = { event: 'issue_created', issue_id: issues.globex };

/** What the trigger is set to, with one condition on the issue. */
export const on = (field: string, operator: string, value: string, more: object = {}) => ({
	fetchRecord: 'issue',
	conditions: { condition: [{ field, operator, value }] },
	...more,
});

/** Lets the simulated Pylon answer with an issue that is changed in some fields. */
export const sendsIssue = (changes: object = {}) =>
	bench.pylon.sim.faults.add({
		kind: 'data',
		operationId: 'getIssue',
		value: { ...issue, ...changes },
	});

/** @returns a record as the simulated Pylon has it; empty when there is none */
export const record = (collection: 'contacts' | 'users' | 'accounts' | 'teams', id: string) =>
	(bench.pylon.sim.state[collection].get(id) ?? {}) as unknown as Record<string, string>;
