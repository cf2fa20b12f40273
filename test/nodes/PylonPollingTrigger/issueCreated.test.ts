import { by } from '../../support/locator';
import { FILTERABLE } from '../../../nodes/Pylon/parameters/filter/filterable';
import { builtInFieldValue } from '../../../nodes/Pylon/parameters/filter/searchConditions.operators';
import { addIssues } from '../../../sandbox/pylon';
import { DAY, HOUR, idsOf, MINUTE, SECOND, withPolling } from './support/bench';

const bench = withPolling();
const { addIssue, edit, pass, poller, asked } = bench;
const trigger = (parameters = {}) => poller({ event: 'issue_created', ...parameters });

test('starts from now: the first poll puts out nothing, and asks whose records they are', async () => {
	addIssue({}, 10 * SECOND);
	const active = trigger();
	expect(await active.activate()).toEqual({});
	expect(asked()).toEqual(['GET /me', 'POST /issues/search']);
	pass(MINUTE);
	expect(await active.poll()).toEqual({});
	expect(active.log).toContainEqual(
		expect.objectContaining({ level: 'info', message: expect.stringContaining('starts from now') }),
	);
});

test('returns each new issue once, the oldest first', async () => {
	const active = trigger();
	await active.activate();
	pass(MINUTE);
	const later = addIssue({ title: 'Second' }, 5 * SECOND);
	const earlier = addIssue({ title: 'First' }, 20 * SECOND);
	const { items } = await active.poll();
	expect(idsOf(items, 'issue')).toEqual([earlier, later]);
	expect(items?.[0]).toEqual({
		event: 'issue_created',
		eventKey: `issue_created:${earlier}`,
		issue: expect.objectContaining({
			id: earlier,
			title: 'First',
			state: 'open',
			account_id: null,
		}),
	});
	for (let polls = 0; polls < 5; polls++) {
		pass(MINUTE);
		expect(await active.poll()).toEqual({});
	}
});

test('never asks GET /issues, and one search a poll is enough', async () => {
	const active = trigger();
	await active.activate();
	bench.pylon.sim.resetLog();
	pass(MINUTE);
	addIssue();
	await active.poll();
	expect(asked()).toEqual(['POST /issues/search']);
});

test('an edit of an issue that was put out changes nothing', async () => {
	const active = trigger();
	await active.activate();
	pass(MINUTE);
	const id = addIssue();
	expect(idsOf((await active.poll()).items, 'issue')).toEqual([id]);
	edit(id, { title: 'Other', tags: ['vip'] });
	expect(await active.poll()).toEqual({});
});

test('an issue that Pylon shows late comes, as long as it is within the overlap', async () => {
	const active = trigger({ options: { overlap: 60 } });
	await active.activate();
	pass(HOUR);
	await active.poll();
	const late = addIssue({}, 60 * SECOND);
	addIssue({}, 61 * SECOND);
	expect(idsOf((await active.poll()).items, 'issue')).toEqual([late]);
});

test.each([-110 * SECOND, 110 * SECOND])("n8n's clock may differ by %i ms", async (skew) => {
	bench.skew = skew;
	const before = addIssue();
	const active = trigger();
	await active.activate();
	const at = [0, 1, 2].map(() => {
		pass(SECOND);
		return addIssue();
	});
	const found = idsOf((await active.poll()).items, 'issue');
	pass(HOUR);
	const afterwards = addIssue();
	found.push(...idsOf((await active.poll()).items, 'issue'));
	expect(found).toEqual([...at, afterwards]);
	expect(found).not.toContain(before);
});

test('more than one poll may take come with the next ones, in order', async () => {
	const active = trigger({ options: { maxRecords: 3 } });
	await active.activate();
	pass(HOUR);
	const ids = Array.from({ length: 8 }, (_, index) => addIssue({}, (60 - index) * SECOND));
	const polled: unknown[][] = [];
	for (let polls = 0; polls < 4; polls++) {
		polled.push(idsOf((await active.poll()).items, 'issue'));
		pass(MINUTE);
	}
	expect(polled).toEqual([ids.slice(0, 3), ids.slice(3, 6), ids.slice(6), []]);
});

test('of issues made in the same moment none is lost at the edge of a poll', async () => {
	const active = trigger({ options: { maxRecords: 2, overlap: 0 } });
	await active.activate();
	pass(HOUR);
	const ids = Array.from({ length: 5 }, () => addIssue());
	const found: unknown[] = [];
	for (let polls = 0; polls < 3; polls++)
		found.push(...idsOf((await active.poll()).items, 'issue'));
	expect([...found].sort()).toEqual([...ids].sort());
	expect(await active.poll()).toEqual({});
});

test('after a long pause the time is cut into slices of 30 days at most, the oldest first', async () => {
	const active = trigger();
	await active.activate();
	pass(70 * DAY);
	const old = addIssue({}, 60 * DAY);
	const young = addIssue({}, DAY);
	bench.pylon.sim.resetLog();
	expect(idsOf((await active.poll()).items, 'issue')).toEqual([old, young]);
	const ranges = bench.pylon.sim.requests.map(({ body }) =>
		(body as { filter: { values: string[] } }).filter.values.map(Date.parse),
	);
	expect(ranges).toHaveLength(3);
	for (const [start, end] of ranges) expect(end - start).toBeLessThanOrEqual(30 * DAY);
	for (const [index, [start]] of ranges.slice(1).entries())
		expect(start).toBeLessThan(ranges[index][1]);
});

test('the slices after a full one are not asked for', async () => {
	const active = trigger({ options: { maxRecords: 1 } });
	await active.activate();
	pass(70 * DAY);
	const [first] = [69, 68, 5].map((days) => addIssue({}, days * DAY));
	bench.pylon.sim.resetLog();
	expect(idsOf((await active.poll()).items, 'issue')).toEqual([first]);
	expect(asked()).toHaveLength(1);
});

test('a span of more pages than a poll should read is cut in two', async () => {
	const active = trigger({ options: { maxRecords: 1 } });
	await active.activate();
	pass(10 * DAY);
	const ids = [9, 8, 1].map((days) => addIssue({}, days * DAY));
	bench.pylon.sim.resetLog();
	bench.pylon.sim.faults.add({
		kind: 'empty-page',
		nth: Array.from({ length: 20 }, (_, index) => index + 1),
	});
	expect(idsOf((await active.poll()).items, 'issue')).toEqual([ids[0]]);
	const ranges = bench.pylon.sim.requests.map(({ body }) =>
		(body as { filter: { values: string[] } }).filter.values.map(Date.parse),
	);
	expect(ranges).toHaveLength(21);
	expect(ranges[20][0]).toBe(ranges[0][0]);
	expect(ranges[20][1] - ranges[20][0]).toBeLessThan(6 * DAY);
	expect(idsOf((await active.poll()).items, 'issue')).toEqual([ids[1]]);
});

test('a span that was cut in two is not taken for read', async () => {
	const active = trigger({ options: { maxRecords: 3 } });
	await active.activate();
	pass(10 * DAY);
	const newestFirst = addIssues(bench.pylon.sim.state, 1100, bench.now(), 5 * MINUTE);
	// The first page has the newest ones; then come empty ones, until the span is cut.
	bench.pylon.sim.faults.add({
		kind: 'empty-page',
		nth: Array.from({ length: 19 }, (_, index) => index + 2),
	});
	const oldestFirst = [...newestFirst].reverse();
	expect(idsOf((await active.poll()).items, 'issue')).toEqual(oldestFirst.slice(0, 3));
	expect(idsOf((await active.poll()).items, 'issue')).toEqual(oldestFirst.slice(3, 6));
});

test("the search builder's conditions narrow it down, and one that is empty stops every poll", async () => {
	const tagged = {
		field: builtInFieldValue(FILTERABLE.issues, 'tags'),
		operator: 'contains',
		choice: by('list', 'vip'),
	};
	const fresh = {
		field: builtInFieldValue(FILTERABLE.issues, 'created_at'),
		operator: 'in_the_last',
		amount: 7,
		unit: 'days',
	};
	const active = poller({
		event: 'issue_created',
		match: 'all',
		conditions: { condition: [tagged, fresh] },
	});
	expect(await active.activate()).toEqual({});
	pass(MINUTE);
	const [vip] = [addIssue({ tags: ['vip'] }), addIssue({ tags: ['other'] })];
	expect(idsOf((await active.poll()).items, 'issue')).toEqual([vip]);

	const { error } = await active.change({
		parameters: {
			event: 'issue_created',
			conditions: { condition: [{ ...tagged, choice: by('list', '') }] },
		},
	});
	expect(error?.message).toBe("'Condition 1' has no value");
});
