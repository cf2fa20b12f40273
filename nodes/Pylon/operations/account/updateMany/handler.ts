import type { IDataObject } from 'n8n-workflow';
import { CHECK_EXPRESSION, isBlankList, isDomain, readIds } from '../../../../shared/input';
import { ifEmptyIn } from '../../../parameters/ifEmpty';
import { bodyOf, wrongInput } from '../../../parameters/values';
import { addToError, errorOfItem } from '../../../../shared/client/errors';
import { recordKey } from '../../../../shared/api/endpoints';
import type { Handler, Step } from '../../../run/operationPlan';
import { ItemState } from '../../../run/itemState';
import { addedParameter } from '../../../run/parameter';
import { runState } from '../../../run/runState';
import { withLock } from '../../../run/keyedMutex';
import { accountIds, tags } from '../fields';
import { Batches, type Batch } from './batches';

const ACCOUNTS = accountIds.displayName;

/** The accounts of one item. */
interface Share {
	ids: string[];
	batches: Batch[];
}

const shareOfItem = new ItemState<Share>();

/**
 * Puts the mode beside the tags. Tags without a mode are added, as 'Update' does: Pylon would replace those of each account
 * (openapi.yaml, `UpdateAccountsRequest`). Where the tags are left out for an item, so is their mode.
 * @throws NodeOperationError when there is a mode without tags, or tags are to be cleared in a mode that does not; WrongInput
 * see `ifEmptyIn`
 */
export const tagsWithMode: Step = function (request) {
	const body = (request.body ?? {}) as IDataObject;
	const { tags: list, tags_apply_mode: mode } = body;
	const added = addedParameter(this, tags.name);
	if (list === undefined) {
		if (mode === undefined) return;
		delete body.tags_apply_mode;
		if (added !== undefined && ifEmptyIn(this) === 'leaveOut') return;
		throw wrongInput(
			this,
			`'Tags Mode' needs '${tags.displayName}'`,
			`Add '${tags.displayName}' under 'Update Fields', or remove 'Tags Mode'.`,
		);
	}
	if (mode !== 'replace' && ifEmptyIn(this) === 'clear' && isBlankList(added?.value)) {
		throw wrongInput(
			this,
			`'${tags.displayName}' is empty, and only the 'Tags Mode' 'Replace' clears tags`,
			"Choose 'Replace' in 'Tags Mode', or 'Leave Out' under 'If a Value Is Empty'.",
		);
	}
	body.tags_apply_mode = mode ?? 'append_only';
};

/**
 * Refuses a change without accounts. It has to be the last step, since the body must be complete.
 * @throws NodeOperationError when there is no account, or a domain in place of its ID; WrongInput when an account is no ID
 */
export const accountsGiven: Step = function (request) {
	const body = bodyOf(request);
	const ids = readIds(this.getNodeParameter(accountIds.name, ''), ACCOUNTS);
	if (ids.length === 0) {
		throw wrongInput(
			this,
			`'${ACCOUNTS}' is empty`,
			`Put the ID of at least one account into '${ACCOUNTS}'. ${CHECK_EXPRESSION}`,
		);
	}
	// Pylon accepts the request and changes the accounts later, so it would not say that it knows no such ID.
	const noId = ids.find((id) => isDomain(id));
	if (noId !== undefined) {
		throw wrongInput(
			this,
			`'${ACCOUNTS}' takes only IDs, and '${noId}' is a domain`,
			"Use the ID of the account, for example from 'Account: Get Many'. 'Account: Update' takes the domain, too.",
		);
	}
	// Items with the same change are put together before the first of them is sent.
	const change = JSON.stringify(
		Object.entries(body).sort(([one], [other]) => one.localeCompare(other, 'en')),
	);
	const batches = runState(this, `update accounts ${change}`, () => new Batches()).join(ids);
	shareOfItem.set(request, { ids, batches });
};

/**
 * Changes all accounts of the item, by one request after the other, so that it is known how far it came.
 * @param call the item's call
 * @returns `{ success: true }`
 * @throws PylonApiError when a request fails, with how far the change came
 */
export const updateInBatches: Handler = async (call) => {
	const { context, request, send } = call;
	const { ids, batches } = shareOfItem.need(call);
	const updated = new Set<string>();
	for (const batch of batches) {
		try {
			// Another change of the same account may be waiting for Pylon's limit.
			const accounts = [...batch.ids].map((id) => recordKey(`/accounts/${id}`));
			await withLock(context, accounts, async () => await batch.sendOnce(send, request));
		} catch (error) {
			const done = ids.filter((id) => updated.has(id));
			throw addToError(
				errorOfItem(error, context.getItemIndex()),
				[
					...(batch.ids.size > 1
						? [
								`The request contained ${batch.ids.size} accounts; Pylon does not say whether it has changed any of them.`,
							]
						: []),
					...(done.length > 0
						? [`The first ${done.length} accounts of the list have already been updated.`]
						: []),
				].join(' '),
				{ updatedAccountIds: done, notUpdatedAccountIds: ids.filter((id) => !updated.has(id)) },
			);
		}
		for (const id of batch.ids) updated.add(id);
	}
	return [{ json: { success: true } }];
};
