import { MOST_ISSUES } from '../../../nodes/PylonPollingTrigger/events/issueMessage';
import { DAY, idsOf, MINUTE, SECOND, withPolling } from './support/bench';

const bench = withPolling();
const { addIssue, addMessage, pass, poller } = bench;
const trigger = (overlap = DAY / SECOND) =>
	poller({ event: 'issue_message', options: { overlap } });

/** A trigger that was active before more issues came than one poll reads, the oldest first. */
async function activeWithMany() {
	const active = trigger();
	bench.pylon.sim.state.issues.clear();
	await active.activate();
	pass(MINUTE);
	const issues = Array.from({ length: MOST_ISSUES + 50 }, (_, index) =>
		addIssue({}, (500 - index) * 100),
	);
	return { active, issues };
}

test('where the overlap holds more issues than one poll reads, the others come with the next, and new messages at once', async () => {
	const { active, issues } = await activeWithMany();
	expect(idsOf((await active.poll()).items, 'issue')).toEqual(issues.slice(0, MOST_ISSUES));
	pass(MINUTE);
	expect(idsOf((await active.poll()).items, 'issue')).toEqual(issues.slice(MOST_ISSUES));
	for (const issue of [issues[0], issues[MOST_ISSUES + 20]]) {
		pass(MINUTE);
		const id = addMessage(issue);
		expect(idsOf((await active.poll()).items, 'message')).toEqual([id]);
	}
	pass(MINUTE);
	expect(await active.poll()).toEqual({});
});

test('what is within the overlap is read again in turn, for what Pylon shows late', async () => {
	const { active, issues } = await activeWithMany();
	for (let polls = 0; polls < 2; polls++) {
		await active.poll();
		pass(MINUTE);
	}
	const { state } = bench.pylon.sim;
	const late = [0, 49, MOST_ISSUES, MOST_ISSUES + 49].map((index) => {
		const before = state.issues.get(issues[index])!;
		const id = addMessage(issues[index], {}, MINUTE + SECOND);
		// Nothing but the message itself tells of it.
		state.issues.set(before.id, before);
		return id;
	});
	const came: unknown[] = [];
	for (let polls = 0; polls < 2; polls++) {
		came.push(...idsOf((await active.poll()).items, 'message'));
		pass(MINUTE);
	}
	expect(came.sort()).toEqual(late.sort());
});

test('a start with very many issues within the overlap reads a part of them, and puts out none of their messages', async () => {
	Array.from({ length: MOST_ISSUES + 50 }, (_, index) => addIssue({}, index * MINUTE));
	const active = trigger();
	bench.pylon.sim.resetLog();
	expect(await active.activate()).toEqual({});
	expect(bench.asked().filter((request) => request.includes('/messages'))).toHaveLength(
		MOST_ISSUES,
	);
	for (let polls = 0; polls < 3; polls++) {
		pass(MINUTE);
		expect(await active.poll()).toEqual({});
	}
	const id = addMessage(addIssue({}, 2 * DAY));
	expect(idsOf((await active.poll()).items, 'message')).toEqual([id]);
});
