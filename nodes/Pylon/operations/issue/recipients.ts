import { readEmails, WrongInput } from '../../../shared/input';

/**
 * Reads who gets a message.
 * @param value of the parameter; an empty text stands for nobody, since that is how the editor leaves the field
 * @param displayName of the parameter
 * @returns the addresses, as they were written
 * @throws WrongInput when an expression yields nothing, too: who was meant to get the message would not, or others would
 */
export function readRecipients(value: unknown, displayName: string): string[] {
	if (value !== null && value !== undefined) return readEmails(value, displayName);
	throw new WrongInput(
		`The expression in '${displayName}' returns nothing`,
		'Without it, the message could go to people that you did not choose. Check the expression, or let it return an empty text if that is what you want.',
	);
}
