/**
 * @param parameterName name of the parameter that holds a record's id, e.g. `accountHighlightId`
 * @returns its display name, e.g. `Account Highlight` (a test holds every parameter of a path to this)
 */
export function displayNameOf(parameterName: string): string {
	const words = parameterName.replace(/Id$/, '').replace(/([A-Z])/g, ' $1');
	return words.charAt(0).toUpperCase() + words.slice(1);
}
