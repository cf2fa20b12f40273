const figures: Array<{ what: string; figure: string }> = [];

/** Keeps what a test has measured, for docs/proof.md, and prints it. */
export function record(what: string, figure: string): void {
	figures.push({ what, figure });
	process.stdout.write(`${what}: ${figure}\n`);
}
