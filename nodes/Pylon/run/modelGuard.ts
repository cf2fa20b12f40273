import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { operationError } from '../../shared/input';
import type { Effect } from './effect';
import type { Step } from './operationPlan';
import { isToolCall } from './tool';

/** Name of the switch 'Let a Model Decide' in the form of a tool (`description/toolFields.ts`). */
export const LET_MODEL_DECIDE = 'letModelDecide';

const WHY = {
	reachesCustomers: 'reaches customers',
	cannotBeUndone: 'cannot be undone',
} satisfies Partial<Record<Effect, string>>;

/**
 * @param effect the most that a call of the operation does
 * @returns whether a model must not call the operation by itself, unless the user has allowed it
 */
export const needsPerson = (effect: Effect): effect is keyof typeof WHY => effect in WHY;

/** Reads the switch as the user has set it. An expression does not count, since the model could fill it in. */
const letsModelDecide = (context: IExecuteSingleFunctions): boolean =>
	context.getNode().parameters[LET_MODEL_DECIDE] === true;

/**
 * @param operation `action` as the node panel lists it, `effect`, and `onlyReads` where a single call may do less than
 * `effect`
 * @returns a step that refuses a call by a model, unless 'Let a Model Decide' is on or the call only reads. The step throws
 * a NodeOperationError, which tells the model that a person has to approve the call, and how.
 */
export function guardOf({
	action,
	effect,
	onlyReads,
}: {
	action: string;
	effect: keyof typeof WHY;
	onlyReads?: (context: IExecuteSingleFunctions) => boolean;
}): Step {
	return function () {
		if (!isToolCall(this) || letsModelDecide(this) || onlyReads?.(this)) return;
		throw operationError(
			this,
			`Not done: '${action}' ${WHY[effect]}, so a person has to approve it`,
			"Nothing was sent to Pylon. Do not call this tool again: tell the user what you would do and with which values, so that a person can do it. The builder of the workflow can put a human review in front of this tool, so that a person approves each call, and then switch on 'Let a Model Decide' in the tool.",
		);
	};
}
