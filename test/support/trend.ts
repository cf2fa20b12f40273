/**
 * Finds by how much a quantity grows from one value to the next: the median of the slopes between any two of them, so
 * that one that is out of line does not count (Theil and Sen,
 * https://en.wikipedia.org/wiki/Theil%E2%80%93Sen_estimator).
 *
 * @param values measured one after the other, two or more
 * @returns growth from one to the next, in the unit of the values
 */
export function trend(values: number[]): number {
	const slopes = values
		.flatMap((one, index) =>
			values.slice(index + 1).map((later, distance) => (later - one) / (distance + 1)),
		)
		.sort((a, b) => a - b);
	const middle = (slopes.length - 1) / 2;
	return (slopes[Math.floor(middle)] + slopes[Math.ceil(middle)]) / 2;
}
