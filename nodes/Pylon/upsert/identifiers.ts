import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { isBlank, readReferenceBy, readText } from '../../shared/input';
import { externalIdList } from '../parameters/lists/listKinds';
import type { Identifier } from './upsertKind';

/**
 * @param context the item's context
 * @returns the label for the external ID; empty when the user gives none
 * @throws WrongInput when the label is no text
 */
export function externalIdLabelIn(context: IExecuteSingleFunctions): string {
	const given = context.getNodeParameter('additionalFields.externalIdLabel', '') as unknown;
	return isBlank(given) ? '' : readText(given, 'External ID Label');
}

/** An external ID belongs to one record of its kind (openapi.yaml, `ExternalID`). */
export const externalIdOf: Identifier = {
	name: 'externalId',
	displayName: 'External ID',
	isUnique: true,
	read: (value, displayName) => readReferenceBy(value, displayName, 'externalId'),
	of: (record) => (externalIdList.of(record) ?? []).map(({ key }) => key),
	addTo: (body, value, record, context) => {
		const label = externalIdLabelIn(context);
		const present =
			record === undefined ? [] : (externalIdList.of(record) ?? []).map((entry) => entry.value);
		body.external_ids = [...present, { external_id: value, ...(label === '' ? {} : { label }) }];
	},
};
