import type { INodeProperties } from 'n8n-workflow';
import { listChange } from '../../parameters/lists/listChangeField';
import { picker } from '../../parameters/record/recordField';
import { recordListField } from '../../parameters/record/recordListField';
import { team } from '../../records/team';
import { user } from '../../records/user';
import { listOf } from '../../records/simplified/simplifyHelpers';
import { textList } from '../../parameters/lists/listKinds';

export const teamId = picker('Team', 'teamId', 'The team to work with', team);

export const members: INodeProperties = recordListField({
	noun: 'Member',
	name: 'memberIds',
	property: 'user_ids',
	loadOptionsMethod: 'getUsers',
	description: 'The users of the team',
	kind: user,
});

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
