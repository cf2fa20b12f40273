import type { IDataObject } from 'n8n-workflow';
import { Names, type NamedKind } from '../../Pylon/records/addNames';
import { isRecord } from '../../shared/client/envelope';
import { RELATIONS, type RelatedKind } from './knownKeys';
import type { LookUp, Related } from './lookUp';

/** Whom a record names by ID, as far as Pylon has them. */
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
 * Puts names and emails beside the IDs of a record, as the Pylon node does. For one record each of them is read by its
 * ID: of a contact that has just come to be, it is not known how soon Pylon's search finds it.
 * @param record of that kind, as Pylon sends it
 * @throws NodeApiError when no good answer came
 */
export async function addNames(
	lookUp: LookUp,
	kind: NamedKind & RelatedKind,
	record: IDataObject,
): Promise<IDataObject> {
	const related = await relatedTo(lookUp, kind, record);
	const ofKind = async (kindOf: RelatedKind) =>
		related.filter((one) => one.kind === kindOf).map((one) => one.record);
	const [named] = await new Names({ list: ofKind, byIds: ofKind }).addTo(kind, [record]);
	return named;
}
