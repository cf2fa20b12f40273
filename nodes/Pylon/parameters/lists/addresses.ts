import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { toList } from './lists';
import { shown, wrongInput } from '../values';

/**
 * @param text without surrounding white space
 * @returns whether it looks like one email address
 */
export const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text);

/**
 * Reads a list of email addresses however a user wrote it (see `toList`).
 * @param context of the item
 * @param value of the parameter
 * @param displayName of the parameter
 * @throws NodeOperationError when an entry is no email address
 */
export function toAddresses(context: IExecuteSingleFunctions, value: unknown, displayName: string): string[] {
	const addresses = toList(context, value, displayName);
	const wrong = addresses.find((address) => !isAddress(address));
	if (wrong === undefined) return addresses;
	throw wrongInput(
		context,
		`'${displayName}' holds something that is not an email address`,
		`It is ${shown(wrong)}. Write addresses like ada@example.com, separated by commas.`,
	);
}
