import { HOUR, idsOf, MINUTE, SECOND, withPolling } from './support/bench';

const bench = withPolling();
const { addIssue, edit, pass, poller } = bench;
const trigger = (parameters = {}) => poller({ event: 'issue_updated', ...parameters });
const titles = (items?: unknown[]) =>
	(items as Array<{ issue: { title: string } }> | undefined)?.map(({ issue }) => issue.title);

test('puts out each change once, in the order of the changes', async () => {
	const [one, other] = [addIssue({ title: 'one' }, HOUR), addIssue({ title: 'other' }, HOUR)];
	const active = trigger();
	expect(await active.activate()).toEqual({});
	pass(MINUTE);
	edit(other, {}, 20 * SECOND);
	edit(one, {}, 10 * SECOND);
	const { items } = await active.poll();
	expect(titles(items)).toEqual(['other', 'one']);
	expect(items?.[0]).toMatchObject({
		event: 'issue_updated',
		eventKey: `issue_updated:${other}:${bench.ago(20 * SECOND)}`,
	});
	pass(SECOND);
	edit(one, { title: 'one again' });
	expect(titles((await active.poll()).items)).toEqual(['one again']);
	pass(MINUTE);
	expect(await active.poll()).toEqual({});
});

test('several changes between two polls are one event, as the issue is then', async () => {
	const id = addIssue({}, HOUR);
	const active = trigger();
	await active.activate();
	for (const title of ['a', 'b', 'c']) {
		pass(SECOND);
		edit(id, { title });
	}
	expect(titles((await active.poll()).items)).toEqual(['c']);
});

test('an issue that was only made is no change; one that was changed right afterwards is', async () => {
	const active = trigger();
	await active.activate();
	pass(MINUTE);
	addIssue();
	const changed = addIssue({}, 10 * SECOND);
	edit(changed, {}, 5 * SECOND);
	expect(idsOf((await active.poll()).items, 'issue')).toEqual([changed]);
});

test('changes from before the start are old', async () => {
	const id = addIssue({}, HOUR);
	edit(id, {}, 10 * SECOND);
	const active = trigger();
	await active.activate();
	pass(MINUTE);
	expect(await active.poll()).toEqual({});
});

test('a change of an issue that had to wait is met where it moved to', async () => {
	const ids = [1, 2, 3].map((number) => addIssue({ title: `${number}` }, HOUR));
	const active = trigger({ options: { maxRecords: 1 } });
	await active.activate();
	pass(MINUTE);
	ids.forEach((id, index) => edit(id, {}, (30 - index) * SECOND));
	expect(titles((await active.poll()).items)).toEqual(['1']);
	pass(SECOND);
	edit(ids[1], { title: '2 again' });
	const rest: unknown[] = [];
	for (let polls = 0; polls < 3; polls++) rest.push(...(titles((await active.poll()).items) ?? []));
	expect(rest).toEqual(['3', '2 again']);
});

test('an issue comes with the change that makes it match the filter', async () => {
	const id = addIssue({}, HOUR);
	const active = trigger({
		filterMode: 'json',
		filterJson: '{"field":"tags","operator":"contains","value":"vip"}',
	});
	await active.activate();
	pass(MINUTE);
	edit(id, { title: 'Other' });
	expect(await active.poll()).toEqual({});
	pass(MINUTE);
	edit(id, { tags: ['vip'] });
	expect(idsOf((await active.poll()).items, 'issue')).toEqual([id]);
});
