import { reportTo, timeLeft, withProgress } from '../../../sandbox/n8n/progress';

const step = (usualSeconds: number, started: number) => ({
	what: 'A step',
	usualMs: usualSeconds * 1000,
	started,
});

test.each([
	[[step(300, 0)], 'about 5 min left'],
	[[step(60, 0), step(120, -60_000)], 'about 60 s left'],
	[[step(10, -60_000)], 'longer than usual'],
])('the time left is that of the longest step: %#', (steps, words) => {
	expect(timeLeft(steps, 0)).toBe(words);
});

test.each([
	[0, 0.04, 'about 90 s left'],
	[0, 0.5, 'about 20 s left'],
	// Half of it was there before.
	[0.5, 0.75, 'about 20 s left'],
	[0.5, 1, 'longer than usual'],
])(
	'where a step is measured, the time left is reckoned from that: from %d to %d',
	(from, to, words) => {
		const measured = { first: { share: from, at: 0 }, last: { share: to, at: 20_000 } };
		expect(timeLeft([{ ...step(90, 20_000), measured }], 20_000)).toBe(words);
	},
);

test('a step is measured while it runs', async () => {
	jest.useFakeTimers();
	const terminal = output(true);
	let isDone: () => void = () => undefined;
	const shares = [0, 0.2];
	const steps = withProgress(
		reportTo(terminal),
		'Installing',
		90,
		() => new Promise<void>((resolve) => (isDone = resolve)),
		() => Promise.resolve(shares.shift()),
	);
	await jest.advanceTimersByTimeAsync(3000);
	isDone();
	await steps;
	jest.useRealTimers();
	expect(terminal.written.slice(0, 4)).toEqual([
		'\r\x1b[2KInstalling: about 90 s left',
		'\r\x1b[2KInstalling: about 89 s left',
		'\r\x1b[2KInstalling: about 4 s left',
		'\r\x1b[2KInstalling: about 3 s left',
	]);
});

function output(isTTY: boolean) {
	const written: string[] = [];
	return { written, isTTY, columns: 60, write: (text: string) => written.push(text) };
}

test('on a terminal steps that run at once share one line, which other lines replace', async () => {
	const terminal = output(true);
	const report = reportTo(terminal);
	await withProgress(report, 'Installing', 300, async () => {
		await withProgress(report, 'Building', 30, async () => undefined);
	});
	expect(terminal.written).toEqual([
		'\r\x1b[2KInstalling: about 5 min left',
		'\r\x1b[2KInstalling, Building: about 5 min left',
		'\r\x1b[2KBuilding: done in 0 s\n',
		'\r\x1b[2KInstalling: done in 0 s\n',
	]);
});

test('elsewhere each step is a plain line at its beginning and at its end', async () => {
	const file = output(false);
	await withProgress(reportTo(file), 'Installing', 300, async () => undefined);
	expect(file.written).toEqual(['Installing (usually 300 s) …\n', 'Installing: done in 0 s\n']);
});

test('a line on a terminal is cut where the terminal ends', async () => {
	const terminal = output(true);
	await withProgress(reportTo(terminal), 'x'.repeat(100), 30, async () => undefined);
	expect(terminal.written[0]).toBe(`\r\x1b[2K${'x'.repeat(59)}`);
});
