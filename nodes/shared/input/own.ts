/**
 * @param object with keys that come from outside
 * @param name of a property
 * @returns its value; undefined when the object itself has none of that name: every object inherits a `constructor`
 */
export const ownValue = <T>(object: Readonly<Record<string, T>>, name: string): T | undefined =>
	Object.hasOwn(object, name) ? object[name] : undefined;
