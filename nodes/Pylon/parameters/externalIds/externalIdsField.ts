import type { INodeProperties } from 'n8n-workflow';
import { readExternalIds } from './externalIds';
import { externalIdList } from '../lists/listKinds';
import { groupField } from '../groups/groupField';
import { listChange } from '../lists/listChangeField';

/** For `additionalFields`. */
export const externalIds = groupField({
	displayName: 'External IDs',
	name: 'externalIds',
	property: 'external_ids',
	placeholder: 'Add External ID',
	description: 'IDs of the record in your own systems',
	read: readExternalIds,
	entry: {
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
				description: 'Distinguishes several IDs of one record',
			},
		],
	},
});

/** For `updateFields`. */
export const externalIdsChange: INodeProperties = listChange(externalIdList, {
	name: 'externalIds',
	description: 'IDs of the record in your own systems',
	values: externalIds,
});
