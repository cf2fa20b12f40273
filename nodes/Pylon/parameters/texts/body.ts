import type { IDataObject } from 'n8n-workflow';
import { toId } from '../../run/recordId';
import { beforeSending } from '../../run/operationPlan';
import { bodyOf, shown, wrongInput } from '../values';

/**
 * A `preSend` for the id of something that is no record of Pylon's API: trims it and refuses what cannot be an id.
 * @param property of the body, e.g. `assignee_id`
 * @param displayName of the parameter
 */
export const idInBody = (property: string, displayName: string) =>
	beforeSending(function (request) {
		const body = bodyOf(request);
		body[property] = toId(body[property], displayName, this.getNode(), this.getItemIndex());
	});

/**
 * A `preSend` for a text that must not be empty. Numbers and booleans become text.
 * @param property of the body, e.g. `title`
 * @param displayName of the parameter
 */
export const textInBody = (property: string, displayName: string) =>
	beforeSending(function (request) {
		const body = bodyOf(request);
		const value = body[property];
		const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
		if (typeof text === 'string' && text.trim() !== '') {
			body[property] = text;
			return;
		}
		const isEmpty = text === undefined || text === null || typeof text === 'string';
		throw wrongInput(
			this,
			isEmpty ? `'${displayName}' is empty` : `'${displayName}' has to be text`,
			isEmpty
				? `Fill in '${displayName}'. If it holds an expression, check that the incoming item has the field that the expression reads.`
				: `It is ${shown(value)}. Let the expression pick one text out of it.`,
		);
	});

/**
 * A `preSend` for an update: refuses one that would change nothing.
 * @param collection display name of the collection that holds the changes
 * @param beside display names of the parameters that hold changes, too
 */
export const somethingToChange = (collection: string, ...beside: string[]) =>
	beforeSending(function (request) {
		if (Object.keys((request.body ?? {}) as IDataObject).length > 0) return;
		throw wrongInput(
			this,
			`There is nothing to change: '${collection}' is empty`,
			`Add at least one field under ${[collection, ...beside].map((name) => `'${name}'`).join(' or ')}.`,
		);
	});
