const KEY = Symbol.for('n8n-nodes-pylon.once');

/**
 * Makes a value once per process. A module's own constant would be made anew for each test file, since jest loads the
 * project's modules for each of them; test/support/jest/environment.ts keeps this one.
 *
 * @param name of the value, one for each use of this function
 * @param make returns a value that nobody changes
 * @returns what `make` returned at the first call with this name
 * @throws what `make` throws; the next call tries again
 */
export function once<T>(name: string, make: () => T): T {
	const made = ((globalThis as Record<symbol, unknown>)[KEY] ??= new Map()) as Map<string, T>;
	const existing = made.get(name);
	if (existing !== undefined) return existing;
	const value = make();
	made.set(name, value);
	return value;
}
