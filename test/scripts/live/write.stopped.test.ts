import { main } from '../../../scripts/live/check';
import { exitCode } from '../../../scripts/live/report';
import { withPylon } from '../../support/pylon';
import { SCRATCH, writesOn } from './writes';

const pylon = withPylon();
const { createScratch, tryWrites } = writesOn(pylon);

test('it is stopped: nothing more is tried, and what was made is removed', async () => {
	const stop = new AbortController();
	const { run, isClean } = await tryWrites(undefined, {
		found: ({ method, path }) => method === 'POST' && path === '/issues' && stop.abort(),
		stop: stop.signal,
	});
	expect(run.stopped).toBe('It was stopped before its end.');
	expect([run.leftBehind, isClean]).toEqual([[], true]);
	expect(pylon.sim.countOf('createIssue')).toBe(1);
	expect(pylon.sim.countOf('updateIssue')).toBe(0);
	expect(exitCode(run)).toBe(1);
});

test('it is stopped while it reads: nothing is written', async () => {
	await createScratch();
	const stop = new AbortController();
	const printed: string[] = [];
	const code = await main(
		['--write', '--account', SCRATCH],
		{ PYLON_API_TOKEN: pylon.sim.tokens.us, PYLON_BASE_URL: pylon.sim.url },
		(line) => {
			printed.push(line);
			stop.abort();
		},
		undefined,
		stop.signal,
	);
	expect(printed.join('\n')).toContain('Stopped: It was stopped before its end.');
	expect(pylon.sim.requests).toHaveLength(1);
	expect(code).toBe(1);
});

test('a mistake of the check itself: what was made is removed, and the mistake is said', async () => {
	let count = 0;
	const { run, isClean } = await tryWrites(undefined, {
		found: () => {
			if (++count === 7) throw new TypeError('SECRET');
		},
	});
	expect(run.stopped).toBe('The check itself failed (TypeError). Please report it.');
	expect([run.leftBehind, isClean]).toEqual([[], true]);
	expect(exitCode(run)).toBe(1);
});

test('messages that are no records: said, and the rest is removed', async () => {
	const { lines, isClean } = await tryWrites({
		kind: 'data',
		operationId: 'getIssueMessages',
		value: [null],
	});
	expect(lines).toContain('data[].message_html has no message that is the note');
	expect(isClean).toBe(true);
});
