/** For each place in a value what was seen there: kinds of values, and "absent" where an object lacks it. */
export type Shape = Record<string, string[]>;

const kindOf = (value: unknown) =>
	value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

/**
 * Finds what a JSON value is made of. Two objects at one path are put together, and a property that only some of them
 * have is also "absent".
 *
 * @param value as parsed
 * @param maps names of the properties whose objects are keyed by anything: their entries are all one path,
 *   `custom_fields{}`
 * @returns paths such as `data[].account.id`, each with the kinds of values seen there
 */
export function shapeOf(value: unknown, maps: readonly string[]): Shape {
	const kinds = new Map<string, Set<string>>();
	const objects = new Map<string, Array<Record<string, unknown>>>();
	const see = (path: string, one: unknown): void => {
		kinds.set(path, (kinds.get(path) ?? new Set()).add(kindOf(one)));
		if (Array.isArray(one)) one.forEach((entry) => see(`${path}[]`, entry));
		else if (typeof one === 'object' && one !== null) {
			const isMap = maps.includes(path.split('.').at(-1) ?? '');
			if (isMap) Object.values(one).forEach((entry) => see(`${path}{}`, entry));
			else objects.set(path, [...(objects.get(path) ?? []), one as Record<string, unknown>]);
			if (!isMap)
				for (const [name, entry] of Object.entries(one))
					see(path === '' ? name : `${path}.${name}`, entry);
		}
	};
	see('', value);
	for (const [path, all] of objects) {
		for (const name of new Set(all.flatMap((one) => Object.keys(one)))) {
			if (all.some((one) => !Object.hasOwn(one, name)))
				kinds.get(path === '' ? name : `${path}.${name}`)?.add('absent');
		}
	}
	return Object.fromEntries([...kinds].map(([path, seen]) => [path, [...seen].sort()]));
}
