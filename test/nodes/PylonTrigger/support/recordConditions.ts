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

/**
 * @param field the path of a field of the issue
 * @param operator of the condition
 * @param value to compare with
 * @param more further parameters
 * @returns the parameters of a trigger with that one condition
 */
export const on = (field: string, operator: string, value: string, more: object = {}) => ({
	fetchRecord: 'issue',
	conditions: { condition: [{ field, operator, value }] },
	...more,
});

/**
 * Lets the simulated Pylon answer with an issue that is changed in some fields.
 * @param changes properties of the issue, with their new values
 * @returns the fault, which a test can take away again
 */
export const sendsIssue = (changes: object = {}) =>
	bench.pylon.sim.faults.add({
		kind: 'data',
		operationId: 'getIssue',
		value: { ...issue, ...changes },
	});

/**
 * @param collection where the simulated Pylon keeps such records
 * @param id of the record
 * @returns the record as the simulated Pylon has it; empty when there is none
 */
export const record = (collection: 'contacts' | 'users' | 'accounts' | 'teams', id: string) =>
	(bench.pylon.sim.state[collection].get(id) ?? {}) as unknown as Record<string, string>;
