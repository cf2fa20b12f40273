import type { INodeProperties } from 'n8n-workflow';
import { picker } from '../../parameters/record/recordField';
import { tag } from '../../records/tag';
import { textInBody } from '../../parameters/texts/body';

export const tagId = picker('Tag', 'tagId', 'The tag to work with', tag);

export const hexColor: INodeProperties = {
	displayName: 'Color',
	name: 'hexColor',
	type: 'color',
	default: '',
	placeholder: 'e.g. #b91c1c',
	description: 'Color of the tag, as a hex code',
	routing: {
		send: { type: 'body', property: 'hex_color', preSend: [textInBody('hex_color', 'Color')] },
	},
};
