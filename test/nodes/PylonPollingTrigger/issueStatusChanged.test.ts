import { DAY, HOUR, MINUTE, SECOND, withPolling } from './support/bench';

const bench = withPolling();
const { addIssue, edit, pass, poller, asked } = bench;
const trigger = (parameters = {}) => poller({ event: 'issue_status_changed', ...parameters });
const changes = (items?: unknown[]) =>
	(
		items as Array<{ issue: { id: string; state: string }; previousState: string }> | undefined
	)?.map(({ issue, previousState }) => [issue.id, previousState, issue.state]);

test('puts out each change of state once, with the state before', async () => {
	const id = addIssue({}, HOUR);
	const active = trigger();
	expect(await active.activate()).toEqual({});
	for (const [before, after] of [
		['open', 'on_hold'],
		['on_hold', 'closed'],
		['closed', 'open'],
	]) {
		pass(MINUTE);
		edit(id, { state: after });
		const { items } = await active.poll();
		expect(changes(items)).toEqual([[id, before, after]]);
		expect(items?.[0]).toMatchObject({
			event: 'issue_status_changed',
			eventKey: `issue_status_changed:${id}:${after}:${bench.ago(0)}`,
		});
		expect(await active.poll()).toEqual({});
	}
});

test('other changes are none', async () => {
	const id = addIssue({ state: 'on_hold' }, HOUR);
	const active = trigger();
	await active.activate();
	pass(MINUTE);
	edit(id, { title: 'Other' });
	expect(await active.poll()).toEqual({});
});

test('there and back between two polls is none', async () => {
	const id = addIssue({}, HOUR);
	const active = trigger();
	await active.activate();
	pass(MINUTE);
	edit(id, { state: 'closed' });
	edit(id, { state: 'open' });
	expect(await active.poll()).toEqual({});
});

test('of an open issue that rested for a year, the state before is known', async () => {
	const id = addIssue({ state: 'on_hold' }, 365 * DAY);
	const active = trigger();
	await active.activate();
	pass(MINUTE);
	edit(id, { state: 'closed' });
	expect(changes((await active.poll()).items)).toEqual([[id, 'on_hold', 'closed']]);
});

test('an issue that was not open at the start was closed, under one of several statuses', async () => {
	const [opened, edited] = [
		addIssue({ state: 'closed' }, 365 * DAY),
		addIssue({ state: 'closed' }, 365 * DAY),
	];
	const active = trigger();
	await active.activate();
	pass(MINUTE);
	edit(opened, { state: 'waiting_on_you' });
	edit(edited, { title: 'Other' });
	expect(changes((await active.poll()).items)).toEqual([[opened, null, 'waiting_on_you']]);
	expect(await active.poll()).toEqual({});
});

describe('an issue that was made since', () => {
	test('counts from when it was seen first', async () => {
		const active = trigger();
		await active.activate();
		pass(MINUTE);
		const id = addIssue({ state: 'waiting_on_customer' });
		expect(await active.poll()).toEqual({});
		pass(MINUTE);
		edit(id, { state: 'closed' });
		expect(changes((await active.poll()).items)).toEqual([[id, 'waiting_on_customer', 'closed']]);
	});

	test('counts at once when Pylon says that it was in another state', async () => {
		const active = trigger();
		await active.activate();
		pass(MINUTE);
		const id = addIssue({
			state: 'closed',
			...({ time_in_status_seconds: { new: 20, closed: 5 } } as object),
		});
		addIssue({ state: 'closed', ...({ time_in_status_seconds: { new: 0, closed: 5 } } as object) });
		const { items } = await active.poll();
		expect(changes(items)).toEqual([[id, null, 'closed']]);
		expect(await active.poll()).toEqual({});
	});
});

test('what had to wait comes with the state before, or not at all if it went back', async () => {
	const ids = [1, 2, 3, 4].map(() => addIssue({}, HOUR));
	const active = trigger({ options: { maxRecords: 1 } });
	await active.activate();
	pass(MINUTE);
	ids.forEach((id, index) => edit(id, { state: 'closed' }, (30 - index) * SECOND));
	const met = addIssue({
		state: 'on_hold',
		...({ time_in_status_seconds: { new: 20 } } as object),
	});
	expect(changes((await active.poll()).items)).toEqual([[ids[0], 'open', 'closed']]);
	edit(ids[1], { state: 'open' });
	edit(ids[2], { state: 'on_hold' });
	const rest: unknown[] = [];
	for (let polls = 0; polls < 5; polls++) {
		pass(10 * MINUTE);
		rest.push(...(changes((await active.poll()).items) ?? []));
	}
	expect(rest).toHaveLength(3);
	expect(rest).toEqual(
		expect.arrayContaining([
			[ids[3], 'open', 'closed'],
			[ids[2], 'open', 'on_hold'],
			[met, null, 'on_hold'],
		]),
	);
});

describe('with a filter', () => {
	const filtered = {
		filterMode: 'json',
		filterJson: '{"field":"state","operator":"equals","value":"closed"}',
	};

	test('an issue that matches it by this very change comes', async () => {
		const [closed, held] = [addIssue({}, HOUR), addIssue({}, HOUR)];
		const active = trigger(filtered);
		await active.activate();
		pass(MINUTE);
		edit(closed, { state: 'closed' });
		edit(held, { state: 'on_hold' });
		expect(changes((await active.poll()).items)).toEqual([[closed, 'open', 'closed']]);
		pass(MINUTE);
		edit(held, { state: 'closed' });
		expect(changes((await active.poll()).items)).toEqual([[held, 'on_hold', 'closed']]);
	});

	test('the second search is sent only when there is a change', async () => {
		const id = addIssue({}, HOUR);
		const active = trigger(filtered);
		await active.activate();
		bench.pylon.sim.resetLog();
		pass(MINUTE);
		await active.poll();
		expect(asked()).toEqual(['POST /issues/search']);
		edit(id, { state: 'closed' });
		await active.poll();
		expect(asked()).toHaveLength(3);
	});
});

test('after a crash, what was only seen and not saved counts when Pylon tells that it changed', async () => {
	const active = trigger();
	await active.activate();
	pass(MINUTE);
	const [told, untold] = [addIssue(), addIssue()];
	expect(await active.poll()).toEqual({});
	active.stop();
	edit(told, { state: 'closed', ...({ time_in_status_seconds: { new: 60 } } as object) });
	edit(untold, { state: 'closed' });
	expect(changes((await active.activate('init')).items)).toEqual([[told, null, 'closed']]);
	pass(HOUR);
	edit(untold, { state: 'open' });
	expect(changes((await active.poll()).items)).toEqual([[untold, 'closed', 'open']]);
});
