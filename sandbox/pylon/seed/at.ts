/**
 * Tells the times of the seeded records, relative to when they are seeded.
 *
 * @param daysAgo fractions are fine; a negative number lies in the future
 * @returns an RFC 3339 time
 */
export type At = (daysAgo: number) => string;
