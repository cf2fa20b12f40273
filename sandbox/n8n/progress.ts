/** Where the sandbox's progress goes, one line at a time. */
export type Report = (line: string) => void;

const INTERVAL_MS = 12_000;

/**
 * Runs a step that may take long, and says what it is doing and for how long.
 *
 * @param what the step, as a sentence without its full stop: "Installing n8n 2.41.1"
 * @param usual how long it usually takes, in words: "about 5 minutes"
 * @returns what the step returns
 */
export async function withProgress<T>(
	report: Report,
	what: string,
	usual: string,
	step: () => Promise<T>,
): Promise<T> {
	const started = Date.now();
	const elapsed = () => `${Math.round((Date.now() - started) / 1000)} s`;
	report(`${what} (${usual}) …`);
	const timer = setInterval(() => report(`  … ${what}: ${elapsed()}`), INTERVAL_MS);
	try {
		const result = await step();
		report(`  done in ${elapsed()}`);
		return result;
	} finally {
		clearInterval(timer);
	}
}
