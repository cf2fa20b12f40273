import type { INodeParameters } from 'n8n-workflow';

import { getAll } from '../../../../nodes/Pylon/operations/issue/getAll';
import { addIssues, startSimulatedPylon } from '../../../../sandbox/pylon';
import { storeIssue } from '../../../../sandbox/pylon/seed/blank';
import { credentialsFor, withPylon } from '../../../support/pylon';
import { runPylon } from './support/run';
import { withVirtualTime } from './support/virtualTime';

const DAY = 86_400_000;
const pylon = withPylon({ seed: 'empty' });
const time = withVirtualTime();

const iso = (ms: number) => new Date(ms).toISOString();
const issuesOf = (
	startTime: string,
	endTime = '',
	more: INodeParameters = { returnAll: true },
): INodeParameters => ({
	resource: 'issue',
	operation: 'getAll',
	startTime,
	endTime,
	...more,
});
const idsOf = (items: Array<{ json: { id?: unknown } }>) => items.map(({ json }) => json.id);

test('the period does not pass for one of creation: Pylon does not document which time of an issue it compares', () => {
	const period = getAll.fields.filter(({ type }) => type === 'dateTime');
	expect(period.map(({ name, displayName }) => [name, displayName])).toEqual([
		['startTime', 'From'],
		['endTime', 'Until'],
	]);
	expect(getAll.description).toContain(
		"To filter by a certain time, or by anything else, use 'Search'",
	);
	expect(getAll.description).not.toContain('issues created');
});

test('three years: no record twice, none missing, the newest first, not a request too many', async () => {
	const end = time.now();
	const start = end - 3 * 365 * DAY;
	const ids = addIssues(pylon.sim.state, 1095, end - 1000, DAY);
	const { items, error } = await runPylon(pylon.credentials, issuesOf(iso(start), iso(end)));
	expect(error).toBeUndefined();
	expect(idsOf(items)).toEqual(ids);
	expect(pylon.sim.requests).toHaveLength(37);
	expect(pylon.sim.requests.every(({ status }) => status === 200)).toBe(true);
});

test('records exactly on the seams, on both ends and a millisecond beside them', async () => {
	const end = Math.floor(time.now() / 1000) * 1000;
	const start = end - 95 * DAY;
	const moments = [start, ...[30, 60, 90].map((days) => end - days * DAY), end];
	const expected = moments
		.flatMap((moment) => [moment - 1, moment, moment + 1])
		.filter((at) => at >= start && at <= end);
	// Numbers rise with time, and lists begin with the highest.
	for (const at of [...expected, start - 2000, end + 2000].sort((a, b) => a - b))
		storeIssue(pylon.sim.state, iso(at), { title: iso(at) });
	const { items } = await runPylon(pylon.credentials, issuesOf(iso(start), iso(end)));
	expect(items.map(({ json }) => json.title)).toEqual(expected.sort((a, b) => b - a).map(iso));
});

test('no record at a seam is missing either if Pylon counts the end of a window to the next one', async () => {
	const exclusive = await startSimulatedPylon({
		strict: true,
		seed: 'empty',
		issueWindow: { endInclusive: false },
	});
	const end = Math.floor(time.now() / 1000) * 1000;
	const moments = [1, 30 * DAY - 1, 30 * DAY, 30 * DAY + 1, 60 * DAY, 80 * DAY].map((before) =>
		iso(end - before),
	);
	for (const at of [...moments].reverse()) storeIssue(exclusive.state, at, { title: at });
	const { items } = await runPylon(
		credentialsFor(exclusive),
		issuesOf(iso(end - 80 * DAY), iso(end)),
	);
	await exclusive.close();
	expect(items.map(({ json }) => json.title)).toEqual(moments);
});

test('ten years are 122 requests', async () => {
	const end = Math.floor(time.now() / 1000) * 1000;
	addIssues(pylon.sim.state, 40, end, 100 * DAY);
	const start = Date.parse(`${new Date(end).getUTCFullYear() - 10}${iso(end).slice(4)}`);
	const { items } = await runPylon(pylon.credentials, issuesOf(iso(start), iso(end)));
	expect(items).toHaveLength(37);
	expect(pylon.sim.requests).toHaveLength(122);
});

test('as soon as the limit is reached no further window is asked for', async () => {
	const ids = addIssues(pylon.sim.state, 100, time.now() - 1000, DAY);
	const { items } = await runPylon(
		pylon.credentials,
		issuesOf(iso(time.now() - 1000 * DAY), '', { returnAll: false, limit: 40 }),
	);
	expect(idsOf(items)).toEqual(ids.slice(0, 40));
	expect(pylon.sim.requests).toHaveLength(2);
	expect(pylon.sim.requests.map(({ query }) => query.limit)).toEqual(['40', '10']);
});

test('an end in the future asks for nothing that cannot be there', async () => {
	const ids = addIssues(pylon.sim.state, 3, time.now() - 1000, DAY);
	const { items } = await runPylon(
		pylon.credentials,
		issuesOf(iso(time.now() - 10 * DAY), '2126-01-01T00:00:00Z'),
	);
	expect(idsOf(items)).toEqual(ids);
	expect(pylon.sim.requests).toHaveLength(1);
});

test.each([
	[
		'ends before it begins',
		'2026-02-01T00:00:00Z',
		'2026-01-01T00:00:00Z',
		"'Until' is before 'From'",
		'The period would run from 2026-02-01T00:00:00Z to 2026-01-01T00:00:00Z (UTC). Swap the two, or choose others.',
	],
	[
		'begins in the future',
		'2126-01-01T00:00:00Z',
		'',
		"'From' is in the future",
		'It is 2126-01-01T00:00:00Z in UTC. No issue can be that new yet; choose an earlier time.',
	],
	[
		'has no beginning',
		'',
		'',
		"'From' is empty",
		"Fill in 'From'. If it uses an expression, check that the incoming item has the field that the expression reads.",
	],
	[
		'is no period',
		'yesterday',
		'',
		"'From' is not a date and time",
		'It is "yesterday". Write it like 2026-12-31T09:00 (in the workflow\'s time zone) or 2026-12-31T09:00:00+01:00.',
	],
])('a period that %s', async (_, startTime, endTime, message, description) => {
	const { error } = await runPylon(pylon.credentials, issuesOf(startTime, endTime));
	expect(error).toMatchObject({ message, description });
	expect(pylon.sim.requests).toEqual([]);
});

test('a period over a change of the clocks, in the time zone of the workflow', async () => {
	const inZone = issuesOf('2026-03-07T12:00', '2026-11-07T12:00');
	await runPylon(pylon.credentials, inZone, [{}], { timezone: 'America/New_York' });
	const [newest, ...others] = pylon.sim.requests.map(({ query }) => query);
	expect(newest.end_time).toBe('2026-11-07T17:00:00Z');
	expect(others.at(-1)?.start_time).toBe('2026-03-07T17:00:00Z');
	for (const [index, { end_time: end }] of others.entries()) {
		expect(end).toBe([newest, ...others][index].start_time);
	}
});
