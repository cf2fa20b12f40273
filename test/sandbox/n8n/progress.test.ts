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
