import type { IDataObject } from 'n8n-workflow';
import { fieldText } from '../../shared/client/envelope';
import type { Choice } from '../../shared/input';

/**
 * States that Pylon documents for every workspace, by slug (docs/pylon-api-notes.md#enumerations). The workspace may have
 * statuses with other slugs in their place (docs/pylon-api-notes.md#statuses).
 */
export const BUILT_IN_STATES = [
	{ name: 'Closed', value: 'closed' },
	{ name: 'New', value: 'new' },
	{ name: 'On Hold', value: 'on_hold' },
	{ name: 'Waiting on Customer', value: 'waiting_on_customer' },
	{ name: 'Waiting on You', value: 'waiting_on_you' },
];

/**
 * @param text a state as a user wrote it
 * @returns whether it is the slug of such a state, so that no look-up is needed
 */
export const isBuiltInState = (text: unknown): boolean =>
	BUILT_IN_STATES.some(({ value }) => value === text);

/**
 * @param statuses the records of `GET /issue-statuses`
 * @returns the states of the workspace, each by its label, or its slug where it has none, and by its ID
 */
export const statesIn = (statuses: IDataObject[]): Array<Choice<string>> =>
	statuses.flatMap(({ id, label, slug }) => {
		const value = fieldText(slug);
		return value === ''
			? []
			: [
					{ name: fieldText(label) || value, value },
					{ name: fieldText(id), value },
				];
	});
