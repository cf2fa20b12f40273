import type { IDataObject } from 'n8n-workflow';
import { shapeRecord, type OutputChoice } from '../../Pylon/records/simplified/shapeRecord';
import { isRecord } from '../../shared/client/envelope';
import { findField, isComparable } from '../fieldPath';
import { relationOf, unknownPart, type RelatedKind } from './knownKeys';
import type { LookUp } from './lookUp';

/** What a record has at the end of a path. */
export interface FieldValue {
	/** Undefined when the record has nothing there. */
	value: unknown;
	/** The part of the path that no record of that kind has; undefined where each part may be there. */
	unknown?: { kind: RelatedKind; part: string };
}

const SIMPLIFIED: OutputChoice = { output: 'simplified', fields: [], withNames: false };

const simplified = (kind: RelatedKind, record: IDataObject): IDataObject =>
	kind === 'user' || kind === 'team' ? record : shapeRecord(kind, record, SIMPLIFIED);

/**
 * @param kind the kind of the record
 * @param path the path of a field of the record
 * @returns whether the field can be read from the record alone, without another request
 */
export const isOwnField = (kind: RelatedKind, path: string): boolean =>
	['id', undefined].includes(relationOf(kind, path)?.rest);

/**
 * Reads a field of a record, spelled as Pylon or as the simplified record spells it. Pylon sends only the IDs of the people,
 * the account and the team of a record: everything else about them is looked up.
 * @param lookUp asks Pylon, and keeps answers
 * @param kind the kind of the record
 * @param record a record of that kind, as Pylon sends it
 * @param path e.g. `state`, `requester.email`, `owner_email`, `account.custom_fields.plan`
 * @returns the field's value, and which part of the path is unknown
 * @throws NodeApiError when something has to be looked up and Pylon gives no good answer
 */
export async function readRecordField(
	lookUp: LookUp,
	kind: RelatedKind,
	record: IDataObject,
	path: string,
): Promise<FieldValue> {
	const found = findField(record, path);
	if (found !== undefined && isComparable(found.value)) return found;
	const relation = relationOf(kind, path);
	if (relation !== undefined) {
		const { role, kinds, rest } = relation;
		const named = record[role];
		if (!isRecord(named))
			return { value: undefined, unknown: await unknownPart(kind, path, lookUp.definedSlugs) };
		if (rest === 'id') return { value: named.id };
		const related = await lookUp.related(kinds, named.id);
		if (related === undefined) return { value: findField(named, rest)?.value };
		return await readRecordField(lookUp, related.kind, { ...named, ...related.record }, rest);
	}
	const simple = findField(simplified(kind, record), path);
	if (simple !== undefined && isComparable(simple.value)) return simple;
	if (found !== undefined) return found;
	return { value: undefined, unknown: await unknownPart(kind, path, lookUp.definedSlugs) };
}
