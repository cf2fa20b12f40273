import { moveAccountRecords } from '../stores/account';
import type { Handlers } from '../context';
import { ApiError, badField, notFound } from '../errors';
import { presentAccount } from '../present';
import type { AccountRecord } from '../records';
import type { State } from '../state';
import { moveAccountWork } from '../stores/work';

/**
 * The survivor with what it gets from the merged account, whose tags and custom fields are lost (openapi.yaml,
 * `mergeAccounts`).
 */
function absorb(survivor: AccountRecord, merged: AccountRecord, timestamp: string): AccountRecord {
	const labels = new Set(survivor.external_ids.map((entry) => entry.label ?? ''));
	const domains = [...survivor.domains, ...merged.domains];
	return {
		...survivor,
		domains,
		primary_domain: survivor.primary_domain ?? domains[0] ?? null,
		// A label is unique per object: the survivor's own stays.
		external_ids: [
			...survivor.external_ids,
			...merged.external_ids.filter((entry) => !labels.has(entry.label ?? '')),
		],
		channels: [...survivor.channels, ...merged.channels],
		subaccount_ids: [...survivor.subaccount_ids, ...merged.subaccount_ids].filter(
			(id) => id !== survivor.id && id !== merged.id,
		),
		updated_at: timestamp,
	};
}

function mergeOne(state: State, survivorId: string, mergedId: string, timestamp: string): void {
	const merged = state.accounts.get(mergedId) as AccountRecord;
	const survivor = state.accounts.get(survivorId) as AccountRecord;
	for (const contact of state.contacts.values()) {
		if (contact.account_id === mergedId)
			state.contacts.set(contact.id, { ...contact, account_id: survivorId });
	}
	for (const issue of state.issues.values()) {
		if (issue.account_id === mergedId)
			state.issues.set(issue.id, { ...issue, account_id: survivorId });
	}
	moveAccountRecords(state, mergedId, survivorId);
	moveAccountWork(state, mergedId, survivorId);
	state.accounts.delete(mergedId);
	for (const parent of state.accounts.values()) {
		if (!parent.subaccount_ids.includes(mergedId) || parent.id === survivorId) continue;
		const children = parent.subaccount_ids.map((id) => (id === mergedId ? survivorId : id));
		state.accounts.set(parent.id, { ...parent, subaccount_ids: [...new Set(children)] });
	}
	state.accounts.set(survivorId, absorb(survivor, merged, timestamp));
}

/**
 * "Sequential, one transaction per merged account, so a mid-way failure leaves earlier merges done" (openapi.yaml).
 * Such a failure is an id that does not exist, and one that is given twice too: it is gone by then. The ids are Pylon's
 * own: nothing says that external ones are accepted.
 */
export const accountMerge = {
	mergeAccounts: ({ state, body, timestamp }) => {
		const { merge_into_account_id: survivorId, merge_account_ids: ids } = body;
		if (!state.accounts.has(survivorId)) throw notFound('Account');
		if (ids.includes(survivorId))
			throw badField('merge_account_ids', 'contains merge_into_account_id');
		ids.forEach((id, index) => {
			if (!state.accounts.has(id)) {
				throw new ApiError(404, `Account not found! (merge_account_ids, "${id}")`, {
					code: 'not_found',
					stateChanged: index > 0,
				});
			}
			mergeOne(state, survivorId, id, timestamp);
		});
		return { data: presentAccount(state, state.accounts.get(survivorId) as AccountRecord) };
	},
} satisfies Handlers;
