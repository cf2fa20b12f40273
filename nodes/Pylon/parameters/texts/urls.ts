import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { beforeSending } from '../../run/operationPlan';
import { bodyOf, shown, wrongInput } from '../values';

/**
 * @param context of the item
 * @param value of the parameter
 * @param displayName of the parameter
 * @returns the address
 * @throws NodeOperationError when it is empty or no address of the web
 */
export function toUrl(context: IExecuteSingleFunctions, value: unknown, displayName: string): URL {
	const text = typeof value === 'string' ? value.trim() : value;
	if (text === undefined || text === null || text === '') {
		throw wrongInput(
			context,
			`'${displayName}' is empty`,
			`Fill in '${displayName}'. If it holds an expression, check that the incoming item has the field that the expression reads.`,
		);
	}
	if (typeof text === 'string' && /^https?:\/\//i.test(text) && URL.canParse(text)) return new URL(text);
	throw wrongInput(
		context,
		`'${displayName}' is not an address`,
		`It is ${shown(value)}. An address begins with https:// (or http://); give one at a time.`,
	);
}

/**
 * A `preSend` for an address.
 * @param property of the body, e.g. `file_url`
 * @param displayName of the parameter
 */
export const urlInBody = (property: string, displayName: string) =>
	beforeSending(function (request) {
		const body = bodyOf(request);
		body[property] = toUrl(this, body[property], displayName).href;
	});
