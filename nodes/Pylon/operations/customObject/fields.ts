import type { INodeProperties } from 'n8n-workflow';
import { picker } from '../../parameters/record/recordField';
import { recordListField } from '../../parameters/record/recordListField';
import { customObject } from '../../records/customObject';

/** A slug, not an ID, so no record picker. */
export const customObjectType: INodeProperties = {
	displayName: 'Custom Object Type',
	name: 'customObjectType',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. subscription',
	description: 'The slug of the object type, as shown in the settings of Pylon',
};

export const customObjectId = picker(
	'Custom Object',
	'customObjectId',
	'The custom object to work with',
	customObject,
);

export const customObjectIds = recordListField({
	noun: 'Custom Object',
	name: 'customObjectIds',
	property: 'ids',
	loadOptionsMethod: 'getCustomObjects',
	description:
		'The objects to update. More than 100 are sent in several requests, one after another',
	required: true,
	dependsOn: 'customObjectType',
	read: [],
});
