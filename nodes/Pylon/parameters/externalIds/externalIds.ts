import { isRecord } from '../../../shared/client/envelope';
import { wrongInput, type InputContext } from '../values';

/**
 * @param context of the item
 * @param given what `parameters/externalIds/externalIdsField.ts` stores: `{ externalId: [{ externalId, label }] }`
 * @returns the IDs as Pylon takes them
 * @throws NodeOperationError when an entry has no ID
 */
export function readExternalIds(context: InputContext, given: unknown): Array<{ external_id: string; label?: string }> {
	const list = isRecord(given) ? given.externalId : undefined;
	const entries = (Array.isArray(list) ? list : []) as Array<{ externalId?: unknown; label?: string }>;
	return entries.map(({ externalId, label }) => {
		const id = typeof externalId === 'number' ? String(externalId) : externalId;
		if (typeof id !== 'string' || id.trim() === '') {
			throw wrongInput(context, "An entry of 'External IDs' has no 'External ID'", "Fill in 'External ID' of each entry, or remove the entry.");
		}
		return { external_id: id.trim(), ...(label ? { label } : {}) };
	});
}
