import type { IDataObject } from 'n8n-workflow';
import { toGivenList } from '../../steps/lists';
import { bodyOf, shown, wrongInput } from '../../steps/values';
import { beforeSending } from '../../transport/plan';

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

/** `[{ email, is_primary? }]` */
export const emailsInBody = beforeSending(function (request) {
	const body = bodyOf(request);
	const entries = ((body.emails as IDataObject).email ?? []) as Array<{ email?: unknown; isPrimary?: boolean }>;
	body.emails = entries.map(({ email, isPrimary }) => {
		if (typeof email !== 'string' || email.trim() === '') {
			throw wrongInput(this, "An entry of 'Emails' has no 'Address'", "Fill in 'Address' of each entry, or remove the entry.");
		}
		return { email: email.trim(), ...(isPrimary ? { is_primary: true } : {}) };
	});
	if (entries.filter(({ isPrimary }) => isPrimary).length > 1) {
		throw wrongInput(this, "'Emails' has more than one primary address", "Switch 'Primary' on for one address only.");
	}
});

/**
 * Pylon takes digits only, 15 at most (openapi.yaml, `UpdateContactRequestBody`); people write more than that.
 * @param property of the body that holds one number or several
 * @param displayName of the parameter
 */
export const phoneNumbersInBody = (property: 'phone_numbers' | 'primary_phone_number', displayName: string) =>
	beforeSending(function (request) {
		const body = bodyOf(request);
		const numbers = toGivenList(this, body[property], displayName).map((number) => {
			const digits = number.replace(/[\s().+/-]/g, '');
			if (/^\d{1,15}$/.test(digits)) return digits;
			throw wrongInput(
				this,
				`'${displayName}' holds something that is not a phone number`,
				`It is ${shown(number)}. Write 1 to 15 digits, for example 15550100.`,
			);
		});
		body[property] = property === 'phone_numbers' ? numbers : (numbers[0] ?? '');
	});
