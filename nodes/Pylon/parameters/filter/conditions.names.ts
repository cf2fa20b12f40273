import type { IDataObject } from 'n8n-workflow';
import { account } from '../../records/account';
import { contact } from '../../records/contact';
import type { RecordKind } from '../../records/recordKind';
import { readEntry, type Named } from '../../records/readReference';
import { user } from '../../records/user';
import type { InputContext } from '../values';

/** Built-in fields of searches that Pylon compares by a record's ID, as far as people know the records by other names. */
const RECORDS: Partial<Record<string, RecordKind>> = {
	account_id: account,
	assignee_id: user,
	follower_contact_id: contact,
	follower_user_id: user,
	owner_id: user,
	requester_id: contact,
};

/** A condition that names a record by something else than its ID, e.g. an assignee by email. */
export interface NamedInCondition {
	/** Of the filter, with the name where the ID belongs. */
	leaf: IDataObject;
	/** The name as it stands there. */
	entry: string;
	kind: RecordKind;
	named: Named;
	/** Of the condition in messages. */
	displayName: string;
}

/**
 * @param context of the item, or of a polling trigger
 * @param leaf a condition as Pylon takes it, about a built-in field; its IDs are put in order
 * @param displayName of the condition in messages
 * @returns what in it has to be looked up
 * @throws NodeOperationError when it is neither an ID nor a usable name
 */
export function namesInCondition(
	context: InputContext,
	leaf: IDataObject,
	displayName: string,
): NamedInCondition[] {
	const kind = RECORDS[String(leaf.field)];
	if (kind === undefined) return [];
	const entries = [leaf.value, leaf.values]
		.flat()
		.filter((entry): entry is string => typeof entry === 'string');
	const names = entries.map((entry) => ({
		leaf,
		entry,
		kind,
		named: readEntry(context, entry, displayName, kind),
		displayName,
	}));
	// An ID may have been copied with quotes, or within an address.
	for (const name of names) if (name.named.mode === 'id') putId(name, name.named.value);
	return names.filter(({ named }) => named.mode !== 'id');
}

/** Puts an ID where the name stands in the condition; of several values each is there once. */
export function putId({ leaf, entry: name }: NamedInCondition, id: string): void {
	if (!Array.isArray(leaf.values)) leaf.value = id;
	else
		leaf.values = [
			...new Set((leaf.values as string[]).map((entry) => (entry === name ? id : entry))),
		];
}
