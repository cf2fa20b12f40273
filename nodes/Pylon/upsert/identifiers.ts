import { isBlank, readReferenceBy, readText } from '../../shared/input';
import { externalIdList } from '../parameters/lists/listKinds';
import type { Identifier } from './upsertKind';

/** An external ID belongs to one record of its kind (openapi.yaml, `ExternalID`). */
export const externalIdOf: Identifier = {
	name: 'externalId',
	displayName: 'External ID',
	isUnique: true,
	read: (value, displayName) => readReferenceBy(value, displayName, 'externalId'),
	of: (record) => (externalIdList.of(record) ?? []).map(({ key }) => key),
	addTo: (body, value, record, context) => {
		const given = context.getNodeParameter('additionalFields.externalIdLabel', '') as unknown;
		const label = isBlank(given) ? '' : readText(given, 'External ID Label');
		const present = record === undefined ? [] : (externalIdList.of(record) ?? []).map((entry) => entry.value);
		body.external_ids = [...present, { external_id: value, ...(label === '' ? {} : { label }) }];
	},
};
