/**
 * Removes entries until no more than `most` are left, the oldest first: a Map keeps the order in which keys came.
 * @param map that keeps something for as long as there is room
 * @param most entries it may have
 */
export function forgetOldest(map: Map<string, unknown>, most: number): void {
	for (const key of map.keys()) {
		if (map.size <= most) return;
		map.delete(key);
	}
}
