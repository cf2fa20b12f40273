/** Leaves out the properties that are undefined, so that spreading an update keeps what it does not name. */
export function defined<T extends object>(
	changes: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
	return Object.fromEntries(
		Object.entries(changes).filter(([, value]) => value !== undefined),
	) as never;
}
