import type { INodeProperties } from 'n8n-workflow';
import { listChange } from '../../parameters/lists/listChangeField';
import { picker } from '../../parameters/record/recordField';
import { listName, recordList } from '../../parameters/record/recordListField';
import { team } from '../../records/team';
import { user } from '../../records/user';
import { listOf } from '../../records/simplified/simplifyHelpers';
import { textList } from '../../parameters/lists/listKinds';
import { listInBody } from '../../parameters/lists/lists';
import { recordsInList } from '../../parameters/record/recordListReferences';

export const teamId = picker('Team', 'teamId', 'The team to work with', team);

export const members: INodeProperties = {
	...recordList('Member', 'memberIds', 'getUsers', 'The users of the team', user),
	routing: {
		send: {
			type: 'body',
			property: 'user_ids',
			preSend: [
				listInBody('user_ids', listName('Member')),
				recordsInList(user, 'user_ids', listName('Member')),
			],
		},
	},
};

const memberList = textList({
	displayName: 'Members',
	property: 'user_ids',
	records: user,
	of: ({ users }) => listOf(users, 'id'),
});

export const membersChange: INodeProperties = listChange(memberList, {
	name: 'memberIds',
	description: 'The users of the team',
	values: members,
});
