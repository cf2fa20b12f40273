import type { INodeProperties } from 'n8n-workflow';
import { picker } from '../../parameters/record/recordField';
import { tag } from '../../records/tag';
import { sentField } from '../../parameters/sentField';
import { inBody } from '../../parameters/texts/body';
import { readColor } from '../../../shared/input';

export const tagId = picker('Tag', 'tagId', 'The tag to work with', tag);

export const hexColor: INodeProperties = sentField(
	'color',
	'',
	{
		displayName: 'Color',
		name: 'hexColor',
		property: 'hex_color',
		placeholder: 'e.g. #b91c1c',
		description: 'Color of the tag, as a hex code',
	},
	inBody((value, displayName) => readColor(value, displayName)),
);
