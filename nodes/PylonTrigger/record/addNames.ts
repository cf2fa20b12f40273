import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/client/envelope';
import type { RecordKind } from '../events';
import { RELATIONS } from './knownKeys';
import type { LookUp } from './lookUp';

/**
 * Pylon names people, the account and the team of a record by ID alone.
 * @param record of that kind, as Pylon sends it
 * @returns the record with their names beside the IDs, and the emails of people; null where Pylon knows none
 * @throws NodeApiError when no good answer came
 */
export async function addNames(lookUp: LookUp, kind: RecordKind, record: IDataObject): Promise<IDataObject> {
	const named = await Promise.all(
		Object.entries(RELATIONS[kind]).map(async ([role, kinds = []]) => {
			const part = record[role];
			if (!isRecord(part)) return [];
			const related = await lookUp.related(kinds, part.id);
			const { name = null, email = null } = related?.record ?? {};
			const hasEmail = kinds.includes('user');
			return [[role, { ...part, name, ...(hasEmail && { email }) }]];
		}),
	);
	return { ...record, ...Object.fromEntries(named.flat()) };
}
