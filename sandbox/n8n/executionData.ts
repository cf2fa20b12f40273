/**
 * Reads the `data` of an execution as n8n's REST API gives it: text of the `flatted` format, a JSON array in which
 * every string inside an object or array is the index of the value it stands for.
 *
 * @param text of a JSON array, e.g. `[{"resultData":"1"},{"runData":"2"},{}]`
 * @returns the value at index 0 with all indices followed
 */
export function parseExecutionData(text: string): unknown {
	const values = JSON.parse(text) as unknown[];
	const done = new Map<number, unknown>();

	function at(index: number): unknown {
		const value = values[index];
		if (typeof value !== 'object' || value === null) return value;
		if (done.has(index)) return done.get(index);
		const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [] : {};
		done.set(index, copy);
		for (const [key, entry] of Object.entries(value)) {
			Object.assign(copy, { [key]: typeof entry === 'string' ? at(Number(entry)) : entry });
		}
		return copy;
	}

	return at(0);
}
