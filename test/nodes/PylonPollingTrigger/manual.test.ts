import { events } from '../../../nodes/PylonPollingTrigger/events';
import { DAY, HOUR, idsOf, MINUTE, withPolling } from './support/bench';

const bench = withPolling();
const { addIssue, addMessage, edit, pass, poller } = bench;

test.each(events.map(({ value }) => value))(
	'%s: a test in the editor shows the latest few, and remembers nothing',
	async (event) => {
		const active = poller({ event });
		const { items, error } = await active.test();
		expect(error).toBeUndefined();
		expect(items?.length).toBeGreaterThan(0);
		expect(items?.length).toBeLessThanOrEqual(5);
		for (const item of items ?? [])
			expect(item).toMatchObject({ event, eventKey: expect.stringContaining(`${event}:`) });
		expect((await active.test()).items).toEqual(items);
		expect(active.saves).toBe(0);
	},
);

test.each(events.map(({ value }) => value))(
	'%s: its items have the fields that those of a published workflow have',
	async (event) => {
		const active = poller({ event });
		const [tested] = (await active.test()).items ?? [];
		await active.activate();
		pass(MINUTE);
		const { state } = bench.pylon.sim;
		const [issue] = [...state.issues.values()];
		const [contact, account] = [[...state.contacts.values()][0], [...state.accounts.values()][0]];
		const [response] = [...state.surveyResponses.values()];
		state.contacts.set('c', { ...contact, id: 'c' });
		state.accounts.set('a', { ...account, id: 'a', created_at: bench.ago(0) });
		state.surveyResponses.set('r', { ...response, id: 'r', submitted_at: bench.ago(0) });
		edit(issue.id, { state: issue.state === 'closed' ? 'open' : 'closed' });
		addIssue();
		const { items } = await active.poll();
		expect(Object.keys(items?.[0] ?? {})).toEqual(Object.keys(tested));
	},
);

test('the newest comes first', async () => {
	pass(HOUR);
	const ids = [1, 2, 3, 4, 5, 6].map((minutes) => addIssue({}, minutes * MINUTE));
	expect(idsOf((await poller({ event: 'issue_created' }).test()).items, 'issue')).toEqual(
		ids.slice(0, 5),
	);
	edit(ids[3], {});
	pass(MINUTE);
	addMessage(ids[4]);
	expect(idsOf((await poller({ event: 'issue_updated' }).test()).items, 'issue')[0]).toBe(ids[4]);
	expect(idsOf((await poller({ event: 'issue_message' }).test()).items, 'issue')[0]).toBe(ids[4]);
});

test('the filter counts', async () => {
	const id = addIssue({ tags: ['rare'] });
	const parameters = {
		event: 'issue_created',
		filterMode: 'json',
		filterJson: '{"field":"tags","operator":"contains","value":"rare"}',
	};
	expect(idsOf((await poller(parameters).test()).items, 'issue')).toEqual([id]);
});

test('a published workflow is not disturbed by a test', async () => {
	const active = poller({ event: 'issue_created' });
	await active.activate();
	pass(MINUTE);
	const id = addIssue();
	await active.test();
	expect(idsOf((await active.poll()).items, 'issue')).toEqual([id]);
});

test.each(events.map(({ value, name }) => [value, name]))(
	'%s: when there is nothing, it says so',
	async (event, name) => {
		const { state } = bench.pylon.sim;
		for (const store of [
			state.issues,
			state.accounts,
			state.contacts,
			state.surveyResponses,
			state.messages,
		])
			store.clear();
		const { error } = await poller({ event }).test();
		expect(error?.name).toBe('NodeOperationError');
		expect(error?.message).toBe('Pylon has no event for this test');
		expect((error as Error & { description?: string }).description).toContain(`'${name}'`);
	},
);

const rare = {
	filterMode: 'json',
	filterJson: '{"field":"name","operator":"equals","value":"Nobody"}',
};

test.each([
	['issue_created', {}, "'Issue Created', and found none in the last four weeks."],
	['account_created', {}, "'Account Created', and found none."],
	['contact_created', rare, "'Contact Created' that match the filter, and found none."],
	['survey_response', {}, "'Survey Response Received', and found none."],
])('%s: and where it has looked', async (event, filter, words) => {
	const { issues, accounts, surveyResponses } = bench.pylon.sim.state;
	for (const store of [issues, accounts, surveyResponses]) store.clear();
	expect((await poller({ event, ...filter }).test()).error).toMatchObject({
		description: `The test looks for the latest of ${words} The published workflow still waits for new ones.`,
	});
});

test('issues of months ago are not gone through for it', async () => {
	bench.pylon.sim.state.issues.clear();
	addIssue({}, 90 * DAY);
	expect((await poller({ event: 'issue_created' }).test()).error?.message).toContain(
		'no event for this test',
	);
});
