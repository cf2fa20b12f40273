import { isBlank, isBlankList, readEmails, WrongInput } from '../../../shared/input';

/**
 * Reads who gets a message.
 * @param value the parameter's value; an empty text means nobody, since that is how the editor leaves the field
 * @param displayName the parameter's display name
 * @returns the addresses, as they were written
 * @throws WrongInput when an entry is no address, or an expression returns nothing: the intended person would not get the
 * message, or others would
 */
export function readRecipients(value: unknown, displayName: string): string[] {
	const isEmpty = typeof value === 'string' && isBlank(value);
	if (isEmpty || !isBlankList(value)) return readEmails(value, displayName);
	throw new WrongInput(
		`The expression in '${displayName}' returns nothing`,
		'Without it, the message could go to people whom you did not choose. Check the expression, or let it return an empty text if that is what you want.',
	);
}
