import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { readText } from '../../../shared/input';
import { checkPart, entriesOf } from '../groups/groupField';
import { partIn } from '../ifEmpty';

/**
 * @param context the item's context
 * @param given what `parameters/externalIds/externalIdsField.ts` stores: `{ externalId: [{ externalId, label }] }`
 * @returns the IDs as Pylon takes them
 * @throws WrongInput when an entry has no ID, or a part of it is no text
 */
export function readExternalIds(
	context: IExecuteSingleFunctions,
	given: unknown,
): Array<{ external_id: string; label?: string }> {
	return entriesOf(given, 'externalId').map((entry) => {
		const { externalId } = entry;
		const label = partIn(context, entry, 'label', 'Label of External ID');
		checkPart(externalId, 'External IDs', 'External ID');
		return {
			external_id: readText(externalId, 'External ID'),
			...(label === undefined ? {} : { label: readText(label, 'Label of External ID') }),
		};
	});
}
