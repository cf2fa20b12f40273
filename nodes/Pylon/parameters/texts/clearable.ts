import { beforeSending } from '../../run/operationPlan';
import { bodyOf, shown, wrongInput } from '../values';

/**
 * A `preSend` for a text that may be empty. Numbers and booleans become text.
 * @param property of the body, e.g. `description_html`
 * @param displayName of the parameter
 */
export const textOrEmptyInBody = (property: string, displayName: string) =>
	beforeSending(function (request) {
		const body = bodyOf(request);
		const value = body[property];
		if (typeof value === 'string') return;
		if (typeof value !== 'number' && typeof value !== 'boolean') {
			throw wrongInput(
				this,
				`'${displayName}' has to be text`,
				`It is ${shown(value)}. If it holds an expression, check that the incoming item has the field that the expression reads.`,
			);
		}
		body[property] = String(value);
	});
