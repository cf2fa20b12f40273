import type { IDataObject } from 'n8n-workflow';
import { listName } from '../../parameters/record/recordListField';
import { readChoice, readIds } from '../../../shared/input';
import { bodyOf, wrongInput } from '../../parameters/values';
import { beforeSending } from '../../run/operationPlan';

/** The fields that say who finds a macro. */
export const VISIBLE_FOR = {
	displayName: 'Visible For',
	options: [
		{ name: 'Everybody', value: 'org' },
		{ name: 'Teams', value: 'team' },
		{ name: 'Users', value: 'user' },
		{ name: 'Users and Teams', value: 'users_and_teams' },
	],
	teams: 'Visible For Team',
	users: 'Visible For User',
};

const LISTS = [
	{
		property: 'team_ids',
		displayName: listName(VISIBLE_FOR.teams),
		neededFor: ['team', 'users_and_teams'],
	},
	{
		property: 'user_ids',
		displayName: listName(VISIBLE_FOR.users),
		neededFor: ['user', 'users_and_teams'],
	},
];

/**
 * Completes `visibility` with the lists that its type needs, and no others (openapi.yaml, `VisibilityInput`). Runs once for
 * each of the fields that make it up, each time with the same result.
 */
export const visibilityInBody = beforeSending(function (request) {
	const visibility = bodyOf(request).visibility as IDataObject;
	if ('type' in visibility)
		visibility.type = readChoice(visibility.type, VISIBLE_FOR.displayName, VISIBLE_FOR.options);
	for (const { property, displayName, neededFor } of LISTS) {
		const isNeeded = neededFor.includes(String(visibility.type));
		const ids = readIds(visibility[property], displayName);
		if (isNeeded && ids.length === 0) {
			throw wrongInput(
				this,
				`'${displayName}' is empty`,
				`'Visible For' requires it: add '${displayName}' with at least one ID, or choose another value there.`,
			);
		}
		if (!isNeeded && ids.length > 0) {
			throw wrongInput(
				this,
				`'${displayName}' does not match 'Visible For'`,
				`Add 'Visible For' with a value that includes them, or remove '${displayName}'.`,
			);
		}
		if (isNeeded) visibility[property] = ids;
		else delete visibility[property];
	}
});
