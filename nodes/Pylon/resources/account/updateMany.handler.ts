import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { toList } from '../../steps/lists';
import { bodyOf, wrongInput } from '../../steps/values';
import { addToError } from '../../transport/errors';
import { beforeSending, type Handler } from '../../transport/plan';

/** Pylon edits at most this many accounts per request (openapi.yaml, `UpdateAccountsRequest`). */
const MOST_PER_REQUEST = 100;

/** Puts the accounts into the body; refuses an edit without accounts or without a change. */
export const accountsInBody = beforeSending(function (request) {
	const body = bodyOf(request);
	const ids = toList(this, this.getNodeParameter('accountIds', ''), 'Accounts');
	if (ids.length === 0) throw wrongInput(this, "'Accounts' is empty", "Put the ID of at least one account into 'Accounts'.");
	if (body.tags_apply_mode !== undefined && body.tags === undefined) {
		throw wrongInput(this, "'Tags Mode' is there without 'Tags'", "Add 'Tags' under 'Update Fields', or remove 'Tags Mode'.");
	}
	body.account_ids = ids;
});

/** Edits one chunk after the other, so that it is known how far it came when one is refused. */
export const updateInChunks: Handler = async ({ request, send }) => {
	const { account_ids: ids, ...changes } = request.body as IDataObject & { account_ids: string[] };
	let updated: INodeExecutionData[] = [];
	for (let done = 0; done < ids.length; done += MOST_PER_REQUEST) {
		try {
			updated = await send({ ...request, body: { ...changes, account_ids: ids.slice(done, done + MOST_PER_REQUEST) } });
		} catch (error) {
			throw addToError(error, done === 0 ? '' : `The first ${done} accounts of the list are updated already.`, {
				updatedAccountIds: ids.slice(0, done),
				notUpdatedAccountIds: ids.slice(done),
			});
		}
	}
	return updated;
};
