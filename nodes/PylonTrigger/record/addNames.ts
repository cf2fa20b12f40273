import type { IDataObject } from 'n8n-workflow';
import { Names, type NamedKind } from '../../Pylon/records/addNames';
import { isRecord } from '../../shared/client/envelope';
import { RELATIONS, type RelatedKind } from './knownKeys';
import type { LookUp, Related } from './lookUp';

/** The records that a record names by ID, as far as Pylon has them. */
async function relatedTo(
	lookUp: LookUp,
	kind: NamedKind & RelatedKind,
	record: IDataObject,
): Promise<Related[]> {
	const related = await Promise.all(
		Object.entries(RELATIONS[kind]).map(async ([role, kinds = []]) => {
			const part = record[role];
			return isRecord(part) ? await lookUp.related(kinds, part.id) : undefined;
		}),
	);
	return related.filter((one) => one !== undefined);
}

/**
 * Puts names and emails beside the IDs of a record, as the Pylon node does. Each of them is read by its ID: for a contact
 * that has just been created, it is not known how soon Pylon's search finds it.
 * @param lookUp asks Pylon, and keeps answers
 * @param kind the kind of the record
 * @param record a record of that kind, as Pylon sends it
 * @returns a copy of the record with the names
 * @throws NodeApiError when Pylon gives no good answer
 */
export async function addNames(
	lookUp: LookUp,
	kind: NamedKind & RelatedKind,
	record: IDataObject,
): Promise<IDataObject> {
	const related = await relatedTo(lookUp, kind, record);
	const ofKind = async (kindOf: RelatedKind) =>
		related.filter((one) => one.kind === kindOf).map((one) => one.record);
	return await new Names({ list: ofKind, byIds: ofKind }).addTo(kind, record);
}
