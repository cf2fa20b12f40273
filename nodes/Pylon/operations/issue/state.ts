import type { PreSendAction } from 'n8n-workflow';
import { findChoice, isBlank, listed, readText } from '../../../shared/input';
import { textInBody } from '../../parameters/texts/body';
import type { ReadSent } from '../../parameters/sentField';
import { bodyOf, wrongInput } from '../../parameters/values';
import { BUILT_IN_STATES, isBuiltInState, statesIn } from '../../records/issueStates';
import { checkedBy, type Call } from '../../run/operationPlan';

/** The states of the workspace that are not archived; looked up once for all items of a run. */
async function statesOf({ cached, send }: Call) {
	return await cached('states of issues by slug', async () => {
		const states = await send({ template: '/issue-statuses' });
		const offered = states.filter(({ json }) => json.is_archived !== true);
		return statesIn(offered.map(({ json }) => json));
	});
}

/** The slug of a built-in state needs no look-up; another text may be a slug, a label or an ID. */
const findState = (property: string, displayName: string): PreSendAction =>
	checkedBy(async (call) => {
		const body = bodyOf(call.request);
		const given: unknown = body[property];
		if (isBlank(given) || isBuiltInState(given)) return;
		const states = await statesOf(call);
		const found = findChoice(given, states) ?? findChoice(given, BUILT_IN_STATES);
		if (found === undefined) {
			const names = states.filter(
				({ value }, index) => states.findIndex((one) => one.value === value) === index,
			);
			throw wrongInput(
				call.context,
				`Your workspace has no state '${readText(given, displayName)}'`,
				`Use one of these in '${displayName}': ${listed(names.length > 0 ? names : BUILT_IN_STATES)}.`,
			);
		}
		body[property] = found.value;
	});

/**
 * For the state of an issue: takes its slug, its label or its ID, in upper or lower case.
 * @param property of the body, e.g. `state`
 * @param displayName the parameter's display name
 * @returns a `preSend` that refuses a state which the workspace does not have
 */
export const stateInBody: ReadSent = (property, displayName) => {
	const read = textInBody(property, displayName);
	const find = findState(property, displayName);
	return async function (request) {
		await read.call(this, request);
		return await find.call(this, request);
	};
};
