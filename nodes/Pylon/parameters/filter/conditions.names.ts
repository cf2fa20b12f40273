import type { IDataObject } from 'n8n-workflow';
import type { RecordKind } from '../../records/recordKind';
import { readEntry, type Named } from '../../records/readReference';
import type { InputContext } from '../values';

/** A condition of which something can only be read by asking Pylon. */
export interface OpenCondition {
	/** Of the filter, as Pylon takes it but for its values. */
	leaf: IDataObject;
	/** Of the condition in messages. */
	displayName: string;
}

/** A condition that names a record by something else than its ID, e.g. an assignee by email. */
export interface NamedInCondition extends OpenCondition {
	/** The name as it stands there. */
	entry: string;
	kind: RecordKind;
	named: Named;
}

/** @returns the values that a condition compares with */
export const valuesIn = ({ value, values }: IDataObject): string[] =>
	[value, values].flat().filter((entry): entry is string => typeof entry === 'string');

/**
 * Changes what a condition compares with; of several values each is there once.
 * @param leaf of the filter
 * @param change of each value
 */
export function changeValues(leaf: IDataObject, change: (value: string) => string): void {
	if (Array.isArray(leaf.values)) leaf.values = [...new Set((leaf.values as string[]).map(change))];
	else if (typeof leaf.value === 'string') leaf.value = change(leaf.value);
}

/**
 * @param context of the item, or of a polling trigger
 * @param condition about records; its IDs are put in order
 * @param kind of the records
 * @returns what in it has to be looked up
 * @throws NodeOperationError when it is neither an ID nor a usable name
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

/** Puts an ID where the name stands in the condition. */
export function putId({ leaf, entry: name }: NamedInCondition, id: string): void {
	changeValues(leaf, (value) => (value === name ? id : value));
}
