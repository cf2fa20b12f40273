import type { IDataObject } from 'n8n-workflow';
import type { RecordKind } from '../../records/recordKind';
import { readEntry, type Named } from '../../records/readReference';
import type { InputContext } from '../values';

/** A condition with a part that can only be read by asking Pylon. */
export interface OpenCondition {
	/** A condition of the filter, as Pylon takes it except for its values. */
	leaf: IDataObject;
	/** The name of the condition in messages. */
	displayName: string;
}

/** A condition that names a record in another way than by its ID, e.g. an assignee by email. */
export interface NamedInCondition extends OpenCondition {
	/** The name as the condition has it. */
	entry: string;
	kind: RecordKind;
	named: Named;
}

/**
 * @param leaf a condition of the filter
 * @returns the values that it compares with
 */
export const valuesIn = ({ value, values }: IDataObject): string[] =>
	[value, values].flat().filter((entry): entry is string => typeof entry === 'string');

/**
 * Changes the values that a condition compares with; of equal ones in a list, one remains.
 * @param leaf a condition of the filter
 * @param change returns the new value for each
 */
export function changeValues(leaf: IDataObject, change: (value: string) => string): void {
	if (Array.isArray(leaf.values)) leaf.values = [...new Set((leaf.values as string[]).map(change))];
	else if (typeof leaf.value === 'string') leaf.value = change(leaf.value);
}

/**
 * Puts the IDs in a condition into their plain form, and finds the other names in it.
 * @param context the context of the item, or of a polling trigger
 * @param condition a condition about records; its IDs are changed
 * @param kind the kind of the records
 * @returns the names that have to be looked up
 * @throws NodeOperationError when a value is neither an ID nor a usable name
 */
export function namesInCondition(
	context: InputContext,
	{ leaf, displayName }: OpenCondition,
	kind: RecordKind,
): NamedInCondition[] {
	const names = valuesIn(leaf).map((entry) => ({
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

/**
 * Replaces the name in a condition by an ID.
 * @param name the name and its condition, which is changed
 * @param id the ID of the record with that name
 */
export function putId({ leaf, entry: name }: NamedInCondition, id: string): void {
	changeValues(leaf, (value) => (value === name ? id : value));
}
