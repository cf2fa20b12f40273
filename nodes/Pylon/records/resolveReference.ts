import type { IDataObject } from 'n8n-workflow';
import { fieldText } from '../../shared/client/envelope';
import { isUnknownRecord } from '../../shared/client/unknownRecord';
import { operationError, type ErrorContext } from '../../shared/input';
import type { Call } from '../run/operationPlan';
import type { RecordKind } from './recordKind';
import type { Named } from './readReference';
import { foundTogether } from './batchLookUp';

/** For a request for one record by its name: that there is none is an answer. */
function noneWhenMissing(error: unknown): [] {
	if (isUnknownRecord(error)) return [];
	throw error;
}

/**
 * Finds the records with a name; asks once for all items of a run.
 * @param call the item's call
 * @param kind the kind of the records
 * @param named one of the kind's namings and its value
 * @returns the records, possibly none
 * @throws NodeApiError when Pylon gives no good answer
 */
export async function recordsNamed(
	call: Call,
	kind: RecordKind,
	{ mode, value }: Named,
): Promise<IDataObject[]> {
	const naming = kind.namings?.[mode];
	if (naming === undefined) throw new Error(`${kind.plural} have no naming '${mode}'`);
	const together = await foundTogether(call, kind, { mode, value });
	if (together !== undefined) return together;
	const query = naming.query(value);
	return await call.cached(`${kind.noun} ${mode} ${value}`, async () => {
		const answer = call.send(query);
		const items = await (query.one ? answer.catch(noneWhenMissing) : answer);
		return items
			.map(({ json }) => json)
			.filter(
				(record) => typeof record.id === 'string' && (naming.matches?.(record, value) ?? true),
			);
	});
}

/** The parameter that names a record. */
export interface Place {
	displayName: string;
	/** Whether the user can choose from a list there. */
	hasList: boolean;
}

/**
 * @param context the context of the item or trigger
 * @param kind the kind of the record
 * @param place where the record is named
 * @param named how it is named there, by one of the kind's namings
 * @param found the records with that name
 * @returns the ID of the one record
 * @throws NodeOperationError when there is none, or there are several: then it lists them
 */
export function idOfFound(
	context: ErrorContext,
	kind: RecordKind,
	{ displayName, hasList }: Place,
	{ mode, value }: Named,
	found: IDataObject[],
): string {
	const [first, second] = found;
	if (first !== undefined && second === undefined) return fieldText(first.id);
	const has = `the ${kind.namings?.[mode]?.noun} '${value}'`;
	throw first === undefined
		? operationError(
				context,
				`No ${kind.noun} has ${has}`,
				`Check '${displayName}', or ${hasList ? `choose the ${kind.noun} from the list` : `put the ID of the ${kind.noun} there`}.`,
			)
		: operationError(
				context,
				`${found.length} ${kind.plural} have ${has}`,
				`Put the ID of one of them into '${displayName}': ${found.map((record) => `${kind.label(record)}: ${fieldText(record.id)}`).join('; ')}.`,
			);
}

/**
 * @param call the item's call
 * @param kind the kind of the record
 * @param place display name of the parameter; more where it has no list
 * @param named how the parameter names the record
 * @returns the record's ID
 * @throws NodeOperationError when no record has the name, or several have: then it lists them; NodeApiError when Pylon gives
 * no good answer
 */
export async function idOf(
	call: Call,
	kind: RecordKind,
	place: string | Place,
	named: Named,
): Promise<string> {
	if (kind.namings?.[named.mode] === undefined) return named.value;
	const found = await recordsNamed(call, kind, named);
	return idOfFound(
		call.context,
		kind,
		typeof place === 'string' ? { displayName: place, hasList: true } : place,
		named,
		found,
	);
}
