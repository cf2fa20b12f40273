import {
	emailKey,
	readEmail,
	readPhoneNumber,
	readPhoneNumbers,
	readSwitch,
} from '../../../shared/input';
import { inBody } from '../../parameters/texts/body';
import { bodyOf, wrongInput, type InputContext } from '../../parameters/values';
import { checkPart, entriesOf } from '../../parameters/groups/groupField';
import type { Step } from '../../run/operationPlan';

/**
 * Pylon takes `email` or `emails`, not both (openapi.yaml, `UpdateContactRequestBody`).
 * @throws NodeOperationError when both are given
 */
export const oneEmailField: Step = function (request) {
	const body = bodyOf(request);
	if (body.email === undefined || body.emails === undefined) return;
	throw wrongInput(
		this,
		"'Email' and 'Emails' cannot be used together",
		"Remove 'Email' and list the address under 'Emails', or the other way round.",
	);
};

/**
 * @param context the item's context
 * @param given as the editor stores it: `{ email: [{ email, isPrimary }] }`
 * @returns the addresses as Pylon takes them: `[{ email, is_primary? }]`
 * @throws NodeOperationError when several are primary; WrongInput when an entry has no address, or a part of it cannot be read
 */
export function readEmails(
	context: InputContext,
	given: unknown,
): Array<{ email: string; is_primary?: boolean }> {
	const entries = entriesOf(given, 'email').map(
		(entry): { email?: unknown; isPrimary: unknown } => ({ isPrimary: false, ...entry }),
	);
	if (entries.filter(({ isPrimary }) => readSwitch(isPrimary, 'Primary')).length > 1) {
		throw wrongInput(
			context,
			"'Emails' has more than one primary address",
			"Switch on 'Primary' for only one address.",
		);
	}
	return entries.map(({ email, isPrimary }) => {
		checkPart(email, 'Emails', 'Address');
		return {
			email: emailKey(readEmail(email, 'Address')),
			...(readSwitch(isPrimary, 'Primary') ? { is_primary: true } : {}),
		};
	});
}

/**
 * Pylon takes only digits, 15 at most (openapi.yaml, `UpdateContactRequestBody`); people write more than that.
 * @param property of the body, e.g. `phone_numbers`
 * @param displayName the parameter's display name
 * @returns a `preSend` that replaces each number by its digits, and refuses a value that is no phone number
 */
export const phoneNumbersInBody = (property: string, displayName: string) =>
	inBody((value, name) => readPhoneNumbers(value, name))(property, displayName, { cleared: [] });

/** The same for one number. */
export const phoneNumberInBody = inBody(readPhoneNumber);
