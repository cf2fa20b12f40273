/**
 * Finds where code in backticks ends. The runs of a text are looked for once, so that many runs without a partner take only
 * a time in proportion to their number.
 * @param text of a paragraph
 * @returns a function that finds the next run of exactly so many backticks, from a position that only grows; -1 when there
 * is none
 */
export function codeSpanEnds(text: string): (from: number, length: number) => number {
	let runs: Map<number, number[]> | undefined;
	const find = (): Map<number, number[]> => {
		const found = new Map<number, number[]>();
		// In turn, so that the nearest one is the last of its list.
		for (const { index, 0: run } of [...text.matchAll(/`+/g)].reverse()) {
			const places = found.get(run.length);
			if (places === undefined) found.set(run.length, [index]);
			else places.push(index);
		}
		return found;
	};
	return (from, length) => {
		runs ??= find();
		const ends = runs.get(length) ?? [];
		while ((ends.at(-1) ?? from) < from) ends.pop();
		return ends.at(-1) ?? -1;
	};
}
