import type { TextShape } from './textShapes';

/** Below this, time says more about the machine, and about when memory is tidied up, than about the reader. */
const FLOOR_MS = 30;

/** Ten times the text may take this many times the time: less than twice of what is linear, far from the 100 of a square. */
const MOST = 15;

const SIZES = [1_000, 10_000, 100_000, 1_000_000];

/** CPU time, which other processes do not add to. */
function cpuMs(work: () => unknown): number {
	const before = process.cpuUsage();
	work();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}

const least = (repeats: number, work: () => unknown): number =>
	Math.min(...Array.from({ length: repeats }, () => cpuMs(work)));

/**
 * Checks that a reader's time grows with its text, and no faster: up to a million characters, each step ten times the one
 * before, at most 15 times the time. The smallest step that fails ends it, so that a reader that needs hours is found in
 * seconds. Ratios of CPU time do not depend on the machine's speed; what is suspicious is measured again.
 * @param read the reader
 * @param shape of the texts
 * @param largest length of text that is tried
 * @returns a sentence about the first step that took too long; undefined when there is none
 */
export function growthFault(
	read: (text: string) => unknown,
	{ name, make }: TextShape,
	largest = 1_000_000,
): string | undefined {
	let before = 0;
	for (const size of SIZES.filter((one) => one <= largest)) {
		const text = make(size);
		let now = cpuMs(() => read(text));
		const limit = MOST * Math.max(FLOOR_MS, before);
		if (now > limit && now < 4 * limit) {
			const smaller = make(size / 10);
			before = Math.max(
				before,
				least(3, () => read(smaller)),
			);
			now = Math.min(
				now,
				least(2, () => read(text)),
			);
		}
		if (now > MOST * Math.max(FLOOR_MS, before)) {
			return `${name}: ${Math.round(now)} ms for ${size} characters, ${Math.round(before)} ms for a tenth of it`;
		}
		before = now;
	}
	return undefined;
}

/**
 * Checks a reader with texts of several shapes (see `growthFault`).
 *
 * @param read the reader
 * @param shapes of the texts
 * @param largest length of text that is tried; a million characters when undefined
 * @returns a sentence for each shape that it took too long for
 */
export const growthFaults = (
	read: (text: string) => unknown,
	shapes: TextShape[],
	largest?: number,
): string[] =>
	shapes.map((shape) => growthFault(read, shape, largest)).filter((fault) => fault !== undefined);
