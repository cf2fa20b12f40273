import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { isBlank, readText } from '../../../shared/input';
import { entriesOf } from '../groups/groupField';
import { partIn } from '../ifEmpty';
import { wrongInput } from '../values';

/**
 * @param context the item's context
 * @param given what `parameters/externalIds/externalIdsField.ts` stores: `{ externalId: [{ externalId, label }] }`
 * @returns the IDs as Pylon takes them
 * @throws NodeOperationError when an entry has no ID; WrongInput when a part of it is no text
 */
export function readExternalIds(
	context: IExecuteSingleFunctions,
	given: unknown,
): Array<{ external_id: string; label?: string }> {
	return entriesOf(given, 'externalId').map((entry) => {
		const { externalId } = entry;
		const label = partIn(context, entry, 'label', 'Label of External ID');
		if (isBlank(externalId)) {
			throw wrongInput(
				context,
				"An entry of 'External IDs' has no 'External ID'",
				"Fill in 'External ID' of each entry, or remove the entry.",
			);
		}
		return {
			external_id: readText(externalId, 'External ID'),
			...(label === undefined ? {} : { label: readText(label, 'Label of External ID') }),
		};
	});
}
