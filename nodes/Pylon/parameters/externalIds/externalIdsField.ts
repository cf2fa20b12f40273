import type { INodeProperties } from 'n8n-workflow';
import { readExternalIds } from './externalIds';
import { externalIdList } from '../lists/listKinds';
import { bodyOf } from '../values';
import { beforeSending } from '../../run/operationPlan';
import { listChange } from '../lists/listChangeField';

/** `[{ external_id, label? }]` */
const externalIdsInBody = beforeSending(function (request) {
	const body = bodyOf(request);
	body.external_ids = readExternalIds(this, body.external_ids);
});

/** For `additionalFields`. */
export const externalIds: INodeProperties = {
	displayName: 'External IDs',
	name: 'externalIds',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add External ID',
	default: {},
	description: 'IDs that your own systems gave to the record',
	routing: { send: { type: 'body', property: 'external_ids', preSend: [externalIdsInBody] } },
	options: [
		{
			name: 'externalId',
			displayName: 'External ID',
			values: [
				{
					displayName: 'External ID',
					name: 'externalId',
					type: 'string',
					default: '',
					placeholder: 'e.g. crm-42',
				},
				{
					displayName: 'Label',
					name: 'label',
					type: 'string',
					default: '',
					placeholder: 'e.g. crm',
					description: 'Tells several IDs of one record apart',
				},
			],
		},
	],
};

/** For `updateFields`. */
export const externalIdsChange: INodeProperties = listChange(externalIdList, {
	name: 'externalIds',
	description: 'IDs that your own systems gave to the record',
	values: externalIds,
});
