import { toGivenList } from '../../parameters/lists/lists';
import { bodyOf, shown, wrongInput, type InputContext } from '../../parameters/values';
import { isRecord } from '../../../shared/client/envelope';
import { beforeSending } from '../../run/operationPlan';
import { isOn } from '../../run/tool';

/** Pylon takes `email` or `emails`, not both (openapi.yaml, `UpdateContactRequestBody`). */
export const oneEmailField = beforeSending(function (request) {
	const body = bodyOf(request);
	if (body.email === undefined || body.emails === undefined) return;
	throw wrongInput(
		this,
		"'Email' and 'Emails' cannot be used together",
		"Remove 'Email' and list the address under 'Emails', or the other way round.",
	);
});

/**
 * @param context of the item
 * @param given as the editor stores it: `{ email: [{ email, isPrimary }] }`
 * @returns `[{ email, is_primary? }]`
 * @throws NodeOperationError when an entry has no address, or several are primary
 */
export function readEmails(context: InputContext, given: unknown): Array<{ email: string; is_primary?: boolean }> {
	const list = isRecord(given) ? given.email : undefined;
	const entries = (Array.isArray(list) ? list : []) as Array<{ email?: unknown; isPrimary?: unknown }>;
	if (entries.filter(({ isPrimary }) => isOn(isPrimary, false)).length > 1) {
		throw wrongInput(context, "'Emails' has more than one primary address", "Switch 'Primary' on for one address only.");
	}
	return entries.map(({ email, isPrimary }) => {
		if (typeof email !== 'string' || email.trim() === '') {
			throw wrongInput(context, "An entry of 'Emails' has no 'Address'", "Fill in 'Address' of each entry, or remove the entry.");
		}
		return { email: email.trim(), ...(isOn(isPrimary, false) ? { is_primary: true } : {}) };
	});
}

/**
 * Pylon takes digits only, 15 at most (openapi.yaml, `UpdateContactRequestBody`); people write more than that.
 * @param context of the item
 * @param given a list however written
 * @param displayName of the parameter
 * @returns the digits of each
 * @throws NodeOperationError when one is no number
 */
export function readPhoneNumbers(context: InputContext, given: unknown, displayName: string): string[] {
	return toGivenList(context, given, displayName).map((number) => {
		const digits = number.replace(/[\s().+/-]/g, '');
		if (/^\d{1,15}$/.test(digits)) return digits;
		throw wrongInput(
			context,
			`'${displayName}' holds something that is not a phone number`,
			`It is ${shown(number)}. Write 1 to 15 digits, for example 15550100.`,
		);
	});
}

/**
 * @param property of the body that holds one number or several
 * @param displayName of the parameter
 */
export const phoneNumbersInBody = (property: 'phone_numbers' | 'primary_phone_number', displayName: string) =>
	beforeSending(function (request) {
		const body = bodyOf(request);
		const numbers = readPhoneNumbers(this, body[property], displayName);
		body[property] = property === 'phone_numbers' ? numbers : (numbers[0] ?? '');
	});
