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

/** How much of a step is done, from 0 to 1, and when that was seen. */
interface Measured {
	share: number;
	at: number;
}

interface Step {
	what: string;
	usualMs: number;
	started: number;
	/** What was measured first and last; nothing where a step cannot be measured. */
	measured?: { first: Measured; last: Measured };
}

/** Before so much has been done, how fast it goes is not reckoned from it. */
const LEAST_SHARE = 0.05;

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

function msLeft({ usualMs, started, measured }: Step, now: number): number {
	const done = measured ? measured.last.share - measured.first.share : 0;
	if (!measured || done < LEAST_SHARE) return usualMs - (now - started);
	const { first, last } = measured;
	return (1 - last.share) * ((last.at - first.at) / done) - (now - last.at);
}

/**
 * Says how long steps that run at once will still take: as long as the longest of them.
 *
 * @param steps how long each usually takes, when it was started (in milliseconds), and what was measured
 * @param now in milliseconds since 1970
 * @returns e.g. "about 4 min left", or "longer than usual" when the time is over
 */
export function timeLeft(steps: Iterable<Step>, now: number): string {
	const seconds = Math.max(...[...steps].map((step) => msLeft(step, now))) / 1000;
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
 * @param share how much of it is done, from 0 to 1, or undefined when that is not known: then the time left is reckoned
 *   from it
 * @returns what the step returns
 */
export async function withProgress<T>(
	report: Report,
	what: string,
	usualSeconds: number,
	step: () => Promise<T>,
	share?: () => Promise<number | undefined>,
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
	const measure = async () => {
		const value = await share?.();
		if (value === undefined) return;
		const last = { share: value, at: Date.now() };
		entry.measured = { first: entry.measured?.first ?? last, last };
	};
	const timer = setInterval(
		() => void measure().then(() => running.has(entry) && show()),
		status ? REDRAW_MS : REPEAT_MS,
	);
	try {
		const result = await step();
		report(`${what}: done in ${Math.round((Date.now() - entry.started) / 1000)} s`);
		return result;
	} finally {
		clearInterval(timer);
		running.delete(entry);
	}
}
