import { HOUR, idsOf, MINUTE, SECOND, withPolling } from './support/bench';
import { seedIds, type Fault } from '../../../sandbox/pylon';
import { MOST_ISSUES } from '../../../nodes/PylonPollingTrigger/events/issueMessage';

const bench = withPolling();
const { addIssue, addMessage, pass, poller, asked } = bench;
const trigger = (options = {}, parameters = {}) =>
	poller({ event: 'issue_message', options, ...parameters });
const customer = { author: { contact_id: seedIds.contacts.carla } };

test('puts out each new message once, with its issue, the oldest first', async () => {
	const [one, other] = [addIssue({}, HOUR), addIssue({}, HOUR)];
	const active = trigger();
	expect(await active.activate()).toEqual({});
	pass(MINUTE);
	const second = addMessage(one, customer, 10 * SECOND);
	const first = addMessage(other, {}, 20 * SECOND);
	const third = addMessage(one, {}, 5 * SECOND);
	const { items } = await active.poll();
	expect(idsOf(items, 'message')).toEqual([first, second, third]);
	expect(idsOf(items, 'issue')).toEqual([other, one, one]);
	expect(items?.[1]).toMatchObject({
		event: 'issue_message',
		eventKey: `issue_message:${second}`,
		message: { id: second, is_private: false, author: { contact: { id: seedIds.contacts.carla } } },
	});
	pass(MINUTE);
	expect(await active.poll()).toEqual({});
});

test('the first message of a new issue counts', async () => {
	const active = trigger();
	await active.activate();
	pass(MINUTE);
	const issue = addIssue();
	expect(idsOf((await active.poll()).items, 'issue')).toEqual([issue]);
});

test('older messages of an issue do not come again with a new one', async () => {
	const issue = addIssue({}, HOUR);
	addMessage(issue, {}, 10 * MINUTE);
	const active = trigger();
	await active.activate();
	pass(MINUTE);
	const id = addMessage(issue);
	expect(idsOf((await active.poll()).items, 'message')).toEqual([id]);
	pass(SECOND);
	const next = addMessage(issue);
	expect(idsOf((await active.poll()).items, 'message')).toEqual([next]);
});

test('a message that Pylon shows late comes', async () => {
	const issue = addIssue({}, HOUR);
	const active = trigger();
	await active.activate();
	pass(10 * MINUTE);
	const id = addMessage(issue);
	expect(idsOf((await active.poll()).items, 'message')).toEqual([id]);
	const late = addMessage(issue, {}, 100 * SECOND);
	expect(idsOf((await active.poll()).items, 'message')).toEqual([late]);
});

test.each([
	[{}, ['reply', 'question']],
	[{ customersOnly: true }, ['question']],
	[{ includeInternalNotes: true }, ['note', 'reply', 'question']],
	[{ includeInternalNotes: true, customersOnly: true }, ['question']],
])('%j: %j', async (options, expected) => {
	const issue = addIssue({}, HOUR);
	const active = trigger(options);
	await active.activate();
	pass(MINUTE);
	const ids = new Map([
		[addMessage(issue, { is_private: true }, 30 * SECOND), 'note'],
		[addMessage(issue, {}, 20 * SECOND), 'reply'],
		[addMessage(issue, customer, 10 * SECOND), 'question'],
	]);
	const { items } = await active.poll();
	expect(idsOf(items, 'message').map((id) => ids.get(id as string))).toEqual(expected);
});

test('a note is found even if Pylon does not count it as activity', async () => {
	const issue = addIssue({}, HOUR);
	const active = trigger({ includeInternalNotes: true });
	await active.activate();
	pass(MINUTE);
	const id = addMessage(issue, { is_private: true });
	bench.edit(issue, { latest_message_time: bench.ago(HOUR) });
	expect(idsOf((await active.poll()).items, 'message')).toEqual([id]);
});

test('the filter is about the issue', async () => {
	const [vip, other] = [addIssue({ tags: ['vip'] }, HOUR), addIssue({}, HOUR)];
	const active = trigger(
		{},
		{ filterMode: 'json', filterJson: '{"field":"tags","operator":"contains","value":"vip"}' },
	);
	await active.activate();
	pass(MINUTE);
	addMessage(other);
	addMessage(vip);
	expect(idsOf((await active.poll()).items, 'issue')).toEqual([vip]);
});

test('an issue that is deleted meanwhile is passed over', async () => {
	const [gone, there] = [addIssue({}, HOUR), addIssue({}, HOUR)];
	const active = trigger();
	await active.activate();
	pass(MINUTE);
	addMessage(gone, {}, 10 * SECOND);
	const id = addMessage(there);
	bench.pylon.sim.faults.add({
		kind: 'status',
		status: 404,
		operationId: 'getIssueMessages',
		nth: [1],
	});
	expect(idsOf((await active.poll()).items, 'message')).toEqual([id]);
	expect(await active.poll()).toMatchObject({ items: [{ issue: { id: gone } }] });
});

test.each<Fault>([
	{ kind: 'html', status: 404 },
	{ kind: 'empty-body', status: 404 },
	{ kind: 'status', status: 404, body: { message: 'no route' } },
	{ kind: 'status', status: 404, body: { errors: ['Not a valid API URL!'], code: 'not_found' } },
])(
	'a 404 that Pylon did not say of the issue is none: the poll fails, and no message is lost: %j',
	async (fault) => {
		const issue = addIssue({}, HOUR);
		const active = trigger();
		await active.activate();
		pass(MINUTE);
		const id = addMessage(issue, {}, 10 * SECOND);
		const rule = bench.pylon.sim.faults.add({ ...fault, operationId: 'getIssueMessages' });
		const { items, error } = await active.poll();
		expect({ items, error }).toEqual({
			items: undefined,
			error: expect.objectContaining({ httpCode: '404' }),
		});
		bench.pylon.sim.faults.remove(rule);
		pass(10 * MINUTE);
		expect(idsOf((await active.poll()).items, 'message')).toEqual([id]);
	},
);

test('more messages than one poll may take come with the next ones', async () => {
	const issues = [addIssue({}, HOUR), addIssue({}, HOUR)];
	const active = trigger({ maxRecords: 3 });
	await active.activate();
	pass(HOUR);
	const ids = Array.from({ length: 8 }, (_, index) =>
		addMessage(issues[index % 2], {}, (600 - index) * SECOND),
	);
	const polled: unknown[][] = [];
	for (let polls = 0; polls < 4; polls++) {
		polled.push(idsOf((await active.poll()).items, 'message'));
		pass(10 * MINUTE);
	}
	expect(polled).toEqual([ids.slice(0, 3), ids.slice(3, 6), ids.slice(6), []]);
});

test('after a pause, one poll reads so many issues, and the others wait for the next ones', async () => {
	const issues = Array.from({ length: MOST_ISSUES + 20 }, () => addIssue({}, HOUR));
	const active = trigger();
	await active.activate();
	pass(HOUR);
	const ids = issues.map((issue, index) => addMessage(issue, {}, (1800 - index) * SECOND));
	bench.pylon.sim.resetLog();
	const first = idsOf((await active.poll()).items, 'message');
	expect(asked().filter((request) => request.startsWith('GET'))).toHaveLength(MOST_ISSUES);
	pass(10 * MINUTE);
	const meanwhile = addMessage(issues[0]);
	const waits = issues[MOST_ISSUES + 1];
	const another = addMessage(waits);
	const second = idsOf((await active.poll()).items, 'message');
	expect(first).toEqual(ids.slice(0, MOST_ISSUES));
	expect(second.slice(0, 20)).toEqual(ids.slice(MOST_ISSUES));
	expect(second.slice(20).sort()).toEqual([meanwhile, another].sort());
	pass(10 * MINUTE);
	expect(await active.poll()).toEqual({});
});
