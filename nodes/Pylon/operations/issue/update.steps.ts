import { bodyOf, wrongInput } from '../../parameters/values';
import type { Step } from '../../run/operationPlan';

/**
 * Without an account, Pylon needs the requester too (openapi.yaml, `UpdateIssueRequestBody`).
 * @throws NodeOperationError when the account is cleared and there is no requester among the changes
 */
export const requesterWhenNoAccount: Step = function (request) {
	const { account_id: account, requester_id: requester } = bodyOf(request);
	if (account !== '' || requester !== undefined) return;
	throw wrongInput(
		this,
		"'Account' is empty, so 'Requester' is required as well",
		"To remove the issue from its account, also add 'Requester' under 'Update Fields', filled in or empty. Otherwise, remove 'Account'.",
	);
};
