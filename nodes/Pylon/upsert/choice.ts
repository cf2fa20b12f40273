import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import { fieldText } from '../../shared/client/envelope';
import type { RecordKind } from '../records/recordKind';
import { wrongInput } from '../parameters/values';
import { addToError } from '../../shared/client/errors';
import type { Strategy } from './strategies';
import { has, named, type IdentifierValue } from './upsertKind';

/** The records that have an identifier; there is at least one. */
export interface Match {
	given: IdentifierValue;
	records: IDataObject[];
}

/** Most candidates that an error lists, since any number of accounts may have the same name. */
const MOST_LISTED = 100;

const listed = (kind: RecordKind, record: IDataObject) =>
	`${kind.label(record) || 'no name'}: ${fieldText(record.id)}`;

/**
 * @param context the item's context
 * @param kind the kind of the records
 * @param given the item's identifiers
 * @param candidates records that have one of them
 * @returns the error for identifiers that do not lead to one record; it lists the candidates and which identifiers each has
 */
export function ambiguous(
	context: IExecuteSingleFunctions,
	kind: RecordKind,
	given: IdentifierValue[],
	candidates: IDataObject[],
): Error {
	const shared = given.find((one) => candidates.every((record) => has(record, one)));
	const byRecord = candidates.slice(0, MOST_LISTED).map((record) => {
		const own = given.filter((one) => has(record, one)).map(named);
		return `${listed(kind, record)} (${own.join(', ')})`;
	});
	const more = candidates.length - byRecord.length;
	const error = wrongInput(
		context,
		shared === undefined
			? `The identifiers belong to ${candidates.length} different ${kind.plural}`
			: `${candidates.length} ${kind.plural} have the ${named(shared)}`,
		`Nothing was changed. They are: ${byRecord.join('; ')}${more > 0 ? `; and ${more} more` : ''}. Merge or correct them in Pylon, remove an identifier from 'Match By', or change 'If Several Match'.`,
	);
	return addToError(error, '', { candidateIds: candidates.map(({ id }) => fieldText(id)) });
}

/**
 * Chooses the record to update.
 * @param context the item's context
 * @param kind the kind of the records
 * @param strategy what to do when not all identifiers lead to the same record
 * @param matches the records that were found, in the order of the identifiers
 * @returns the record; undefined when there is none
 * @throws NodeOperationError that lists the candidates, when more than one record could be meant
 */
export function chosen(
	context: IExecuteSingleFunctions,
	kind: RecordKind,
	strategy: Strategy,
	matches: Match[],
): IDataObject | undefined {
	if (matches.length === 0) return undefined;
	const counted = strategy === 'allAgree' ? matches : matches.slice(0, 1);
	const all = [
		...new Map(
			counted.flatMap(({ records }) => records).map((record) => [record.id, record]),
		).values(),
	];
	const agreed = all.filter((record) =>
		counted.every(({ records }) => records.some(({ id }) => id === record.id)),
	);
	if (agreed.length === 1) return agreed[0];
	throw ambiguous(
		context,
		kind,
		counted.map(({ given }) => given),
		agreed.length > 1 ? agreed : all,
	);
}
