/** Where the sandbox's progress goes, one line at a time. */
export interface Report {
	(line: string): void;
	/** On a terminal: writes over its last line what is going on; an empty text clears that line. */
	status?: (line: string) => void;
}

/** What a report is written to: standard output. */
export interface Output {
	isTTY?: boolean;
	columns?: number;
	write(text: string): unknown;
}

const REDRAW_MS = 1000;
/** Where there is no terminal, as in CI: how often a step says that it still runs. */
const REPEAT_MS = 60_000;

interface Step {
	what: string;
	usualMs: number;
	started: number;
}

const running = new Set<Step>();

/**
 * Makes a report that writes lines, and on a terminal one line of progress below them.
 *
 * @param output standard output; it counts as a terminal when `isTTY` is true
 * @returns the report; without `status` where there is no terminal
 */
export function reportTo(output: Output): Report {
	const clear = output.isTTY ? '\r\x1b[2K' : '';
	const report: Report = (line) => void output.write(`${clear}${line}\n`);
	if (output.isTTY)
		report.status = (line) =>
			void output.write(`${clear}${line.slice(0, Math.max(20, (output.columns ?? 80) - 1))}`);
	return report;
}

/**
 * Says how long steps that run at once will still take: as long as the longest of them.
 *
 * @param steps how long each usually takes and when it was started, in milliseconds
 * @param now in milliseconds since 1970
 * @returns e.g. "about 4 min left", or "longer than usual" when the time is over
 */
export function timeLeft(steps: Iterable<Step>, now: number): string {
	const seconds = Math.max(
		...[...steps].map(({ usualMs, started }) => (usualMs - (now - started)) / 1000),
	);
	if (seconds <= 0) return 'longer than usual';
	return seconds > 90
		? `about ${Math.round(seconds / 60)} min left`
		: `about ${Math.ceil(seconds)} s left`;
}

/**
 * Runs a step that may take long, and says what it is doing and how much time is left. Steps may run at once: on a
 * terminal they share one line.
 *
 * @param report is told the beginning, the end, and what is going on meanwhile
 * @param what the step, as a sentence without its full stop: "Installing n8n 2.41.1"
 * @param usualSeconds how long it usually takes
 * @param step the work
 * @returns what the step returns
 */
export async function withProgress<T>(
	report: Report,
	what: string,
	usualSeconds: number,
	step: () => Promise<T>,
): Promise<T> {
	const entry: Step = { what, usualMs: usualSeconds * 1000, started: Date.now() };
	const { status } = report;
	const show = () =>
		status === undefined
			? report(`  … ${what}: ${timeLeft([entry], Date.now())}`)
			: status(
					`${[...running].map((one) => one.what).join(', ')}: ${timeLeft(running, Date.now())}`,
				);
	running.add(entry);
	if (status) show();
	else report(`${what} (usually ${usualSeconds} s) …`);
	const timer = setInterval(show, status ? REDRAW_MS : REPEAT_MS);
	try {
		const result = await step();
		report(`${what}: done in ${Math.round((Date.now() - entry.started) / 1000)} s`);
		return result;
	} finally {
		clearInterval(timer);
		running.delete(entry);
	}
}
