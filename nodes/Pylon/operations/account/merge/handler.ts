import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import { listOf, partOf } from '../../../records/simplified/simplifyHelpers';
import { mergeInChunks, type Merging } from '../../merging';
import { readSwitch } from '../../../../shared/input';
import { bodyOf, wrongInput } from '../../../parameters/values';
import { fieldText, isRecord } from '../../../../shared/client/envelope';
import { addToError } from '../../../../shared/client/errors';
import type { PylonRequest } from '../../../../shared/client/pylonRequest';
import { pageSizeOf } from '../../../../shared/api/endpoints';
import type { Call, Handler, Step } from '../../../run/operationPlan';
import { isDryRunOf } from './dryRun';
import { plain, takeOverOf, type TakeOver } from './takeOver';

/** How many accounts are read by one request, and merged by one. */
const CHUNK = 100;

interface Accounts {
	survivor: IDataObject;
	/** In the order in which they are merged. */
	merged: IDataObject[];
	notFound: string[];
}

function optionsOf(context: IExecuteSingleFunctions): { isDryRun: boolean; keeps: boolean } {
	const given = context.getNodeParameter('options', {}) as IDataObject;
	const written = context.getNodeParameter('options', {}, { rawExpressions: true }) as unknown;
	const added = isRecord(written) ? written : given;
	const keeps = 'keepTagsAndCustomFields';
	return {
		isDryRun: isDryRunOf(context),
		// A switch that was added and that a model leaves empty is on, as it is in the editor.
		keeps:
			keeps in added &&
			(!(keeps in given) || readSwitch(given[keeps], 'Keep Tags and Custom Fields')),
	};
}

/**
 * Checks the switches before anything is sent.
 * @throws WrongInput when one is neither on nor off
 */
export const mergeOptions: Step = function () {
	optionsOf(this);
};

const chunksOf = (ids: string[]): string[][] =>
	Array.from({ length: Math.ceil(ids.length / CHUNK) }, (_, index) =>
		ids.slice(index * CHUNK, (index + 1) * CHUNK),
	);

const searchFor = (
	resource: string,
	field: string,
	values: string[],
	limit?: number,
): PylonRequest => ({
	method: 'POST',
	template: `/${resource}/search`,
	body: { filter: { field, operator: 'in', values }, limit },
});

async function readAccounts(call: Call): Promise<Accounts> {
	const { merge_into_account_id: into, merge_account_ids: others } = bodyOf(call.request) as {
		merge_into_account_id: string;
		merge_account_ids: string[];
	};
	const byId = new Map<string, IDataObject>();
	for (const ids of chunksOf([into, ...others])) {
		const found = await call.send(searchFor('accounts', 'id', ids, CHUNK));
		for (const { json } of found) byId.set(fieldText(json.id), json);
	}
	const survivor = byId.get(into);
	if (survivor === undefined) {
		throw wrongInput(
			call.context,
			`Pylon has no account '${into}' for 'Merge Into'`,
			"Nothing was changed. Check 'Merge Into': the account may have been deleted or merged.",
		);
	}
	return {
		survivor,
		merged: others
			.map((id) => byId.get(id))
			.filter((account): account is IDataObject => account !== undefined),
		notFound: others.filter((id) => !byId.has(id)),
	};
}

/** How many records each account has; `isComplete` is false where Pylon has more than one page of them. */
async function count(
	call: Call,
	resource: string,
	ids: string[],
): Promise<{ byAccount: Map<unknown, number>; isComplete: boolean }> {
	const byAccount = new Map<unknown, number>();
	let isComplete = true;
	for (const chunk of chunksOf(ids)) {
		const { items, body } = await call.sendAny(
			searchFor(resource, 'account_id', chunk, pageSizeOf('POST', `/${resource}/search`)),
		);
		for (const { json } of items) {
			const id = partOf(json.account, 'id');
			byAccount.set(id, (byAccount.get(id) ?? 0) + 1);
		}
		if (isRecord(body.pagination) && body.pagination.has_next_page === true) isComplete = false;
	}
	return { byAccount, isComplete };
}

/** Only the workspace's CRM writes some fields, so they cannot be copied. Looked up once for all items of a run. */
async function writableFields({ cached, send }: Call): Promise<(slug: string) => boolean> {
	const readOnly = await cached('read-only custom fields of accounts', async () => {
		const fields = await send({ template: '/custom-fields', query: { object_type: 'account' } });
		return new Set(
			fields.filter(({ json }) => json.is_read_only === true).map(({ json }) => json.slug),
		);
	});
	return (slug) => !readOnly.has(slug);
}

async function report(
	call: Call,
	{ survivor, merged, notFound }: Accounts,
	takeOver: TakeOver,
): Promise<IDataObject> {
	const ids = merged.map(({ id }) => fieldText(id));
	const contacts = await count(call, 'contacts', ids);
	const issues = await count(call, 'issues', ids);
	// Where nothing was found, Pylon's answer has no list: `sendAny` returns it as one record, which is no account's.
	const sum = (counts: Map<unknown, number>) =>
		ids.reduce((total, id) => total + (counts.get(id) ?? 0), 0);
	return {
		dryRun: true,
		mergeInto: { id: survivor.id, name: survivor.name },
		contactsMoved: sum(contacts.byAccount),
		issuesMoved: sum(issues.byAccount),
		countsAreComplete: contacts.isComplete && issues.isComplete,
		tagsCopied: takeOver.tagsAdded,
		customFieldsCopied: plain(takeOver.fieldsAdded),
		accounts: merged.map((account) => {
			const lost = takeOver.lost.get(fieldText(account.id)) ?? { tags: [], fields: [] };
			return {
				id: account.id,
				name: account.name,
				contacts: contacts.byAccount.get(account.id) ?? 0,
				issues: issues.byAccount.get(account.id) ?? 0,
				domains: listOf(account.domains),
				tagsLost: lost.tags,
				customFieldsLost: plain(lost.fields),
			};
		}),
		accountsNotFound: notFound,
	};
}

/** Runs before the merge, since after it nobody knows what the merged accounts had. */
async function copyToSurvivor(
	{ send }: Call,
	{ survivor }: Accounts,
	{ tags, tagsAdded, fieldsAdded }: TakeOver,
): Promise<void> {
	const body = {
		...(tagsAdded.length > 0 ? { tags } : {}),
		...(fieldsAdded.length > 0 ? { custom_fields: fieldsAdded } : {}),
	};
	if (Object.keys(body).length === 0) return;
	const ids = { accountId: fieldText(survivor.id) };
	await send({ method: 'PATCH', template: '/accounts/{accountId}', ids, body }).catch(
		(error: unknown) => {
			throw addToError(
				error,
				'Nothing was merged: the tags and custom fields could not be copied to the account that stays.',
				{},
			);
		},
	);
}

/**
 * Merges accounts. Pylon drops the tags and custom fields of those that are merged away (openapi.yaml, `mergeAccounts`):
 * where the user wants it, the survivor gets them first. A dry run only reads.
 * @param merging what is merged, and the advice for a merge that may have stopped half-way
 * @returns the operation's handler. It throws a NodeOperationError when Pylon lacks the survivor, or lacks any of the accounts
 * whose tags and custom fields are to be copied (a dry run lists those instead); a merge without copying leaves this to Pylon.
 * It throws a WrongInput when a switch cannot be read, and a PylonApiError when Pylon gives no good answer, with what is done
 * when a merge stops half-way.
 */
export const mergeAccounts =
	(merging: Merging): Handler =>
	async (call) => {
		const { isDryRun, keeps } = optionsOf(call.context);
		const merge = async () => await mergeInChunks(merging)(call);
		if (!isDryRun && !keeps) return await merge();
		const accounts = await readAccounts(call);
		const takeOver = takeOverOf(
			accounts.survivor,
			accounts.merged,
			keeps ? await writableFields(call) : undefined,
		);
		if (isDryRun) return [{ json: await report(call, accounts, takeOver) }];
		if (accounts.notFound.length > 0) {
			throw wrongInput(
				call.context,
				`Pylon does not have all accounts of '${merging.others.field.displayName}'`,
				`Nothing was changed. Not found: ${accounts.notFound.slice(0, 20).join(', ')}${accounts.notFound.length > 20 ? ' and more' : ''}. They may have been deleted or merged.`,
			);
		}
		await copyToSurvivor(call, accounts, takeOver);
		return await merge();
	};
