import type { INodeProperties } from 'n8n-workflow';
import { picker } from '../../fields/picker';
import { listInBody } from '../../steps/lists';

export const teamId = picker('Team', 'teamId', 'The team to work with');

export const members: INodeProperties = {
	displayName: 'Members',
	name: 'memberIds',
	type: 'string',
	default: '',
	placeholder: 'e.g. 0c7f6d1e-…, 77f0ab3c-…',
	description:
		'IDs of all users of the team, separated by commas, or an expression that yields an array. Whoever is not listed is no longer in the team; empty takes everybody out.',
	routing: { send: { type: 'body', property: 'user_ids', preSend: [listInBody('user_ids', 'Members')] } },
};
