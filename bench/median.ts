/**
 * @param values one or more
 * @returns the value in the middle; the higher one of two
 */
export const median = (values: number[]): number =>
	[...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
