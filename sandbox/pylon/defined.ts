/**
 * Leaves out what is undefined, so that spreading the result over a record keeps what an update does not name.
 *
 * @param changes values by property; null is a value
 * @returns a copy without the properties that are undefined
 */
export function defined<T extends object>(
	changes: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
	return Object.fromEntries(
		Object.entries(changes).filter(([, value]) => value !== undefined),
	) as never;
}
