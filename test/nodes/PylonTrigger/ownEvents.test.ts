import { seedIds } from '../../../sandbox/pylon';
import { withTrigger } from './support/pylonCalls';

const bench = withTrigger();
const { listen, call, items, asked } = bench;
const issueId = seedIds.issues.globex;
const { token: own, nora } = seedIds.users;

/** A message in the issue, by a user or a contact, the newest one. */
function addMessage(id: string, author: { user_id: string } | { contact_id: string }): void {
	const { messages } = bench.pylon.sim.state;
	const [model] = [...messages.values()];
	messages.set(id, {
		...model,
		id,
		issue_id: issueId,
		author,
		created_at: new Date().toISOString(),
	});
}

const received = (messageId: string) => ({
	event: 'issue_message',
	issue_id: issueId,
	message_id: messageId,
});

beforeEach(async () => {
	await listen({ dropOwnEvents: true });
	expect(bench.pylon.sim.state.tokenUserId).toBe(own);
});

const DROPPED = {
	status: 200,
	body: { message: expect.stringContaining('caused by the user of this API token') },
};

test("a message of the token's own user is dropped", async () => {
	addMessage('m1', { user_id: own });
	expect(await call(received('m1'))).toMatchObject(DROPPED);
	expect(items()).toEqual([]);
	expect(asked()).toEqual([`GET /issues/${issueId}/messages`, 'GET /me']);
});

test('the record of an event that is dropped is not fetched', async () => {
	await listen({ dropOwnEvents: true, fetchRecord: 'issue' });
	addMessage('m1', { user_id: own });
	expect(await call(received('m1'))).toMatchObject(DROPPED);
	expect(asked()).toEqual([`GET /issues/${issueId}/messages`, 'GET /me']);
});

test('whose token it is, is asked once', async () => {
	for (const id of ['m1', 'm2', 'm3']) {
		addMessage(id, { user_id: own });
		await call(received(id));
	}
	expect(asked().filter((request) => request === 'GET /me')).toHaveLength(1);
});

test.each([{ user_id: nora }, { contact_id: seedIds.contacts.carla }])(
	"another's runs: %j",
	async (author) => {
		addMessage('m1', author);
		await call(received('m1'));
		expect(items()).toHaveLength(1);
		expect(items()[0].note).toBeUndefined();
	},
);

test('it is the author of that message who counts, not of the latest', async () => {
	addMessage('m1', { contact_id: seedIds.contacts.carla });
	addMessage('m2', { user_id: own });
	await call(received('m1'));
	expect(items()).toHaveLength(1);
});

test('of a new issue, the author of its first message', async () => {
	addMessage('m1', { user_id: own });
	await call({ event: 'issue_created', issue_id: issueId });
	expect(items()).toHaveLength(1);
	const { messages } = bench.pylon.sim.state;
	for (const message of [...messages.values()].filter(({ issue_id }) => issue_id === issueId)) {
		messages.set(message.id, { ...message, author: { user_id: own } });
	}
	expect(await call({ event: 'issue_created', issue_id: issueId, message_id: 'm1' })).toMatchObject(
		DROPPED,
	);
});

test('the payload may name the author, and then only the token is asked for', async () => {
	expect(await call({ event: 'issue_updated', issue_id: issueId, author_id: own })).toMatchObject(
		DROPPED,
	);
	await call({ event: 'issue_updated', issue_id: issueId, author_id: nora });
	expect(items()).toHaveLength(1);
	expect(asked()).toEqual(['GET /me']);
});

test('further users can count as own, and the author have a field of its own', async () => {
	await listen({
		dropOwnEvents: true,
		additionalOptions: { ownUserIds: nora, authorIdField: 'by.id' },
	});
	expect(await call({ by: { id: nora } })).toMatchObject(DROPPED);
	expect(asked()).toEqual([]);
});

test.each([{ event: 'issue_updated', issue_id: issueId }, received('unheard of'), { a: 1 }])(
	'where the author cannot be told, the event runs with a note: %j',
	async (payload) => {
		await call(payload);
		expect(items()).toMatchObject([
			{ note: expect.stringContaining('does not say who caused the event') },
		]);
	},
);

test('where Pylon does not answer, it runs with a note, or is answered 503', async () => {
	const fail = () =>
		bench.pylon.sim.faults.add({ kind: 'status', status: 500, operationId: 'getIssueMessages' });
	fail();
	await call(received('m1'));
	expect(items()).toMatchObject([
		{ note: expect.stringContaining('The person who caused the event could not be determined') },
	]);
	await listen({ dropOwnEvents: true, onFailure: 'answer503' });
	expect(await call(received('m2'))).toMatchObject({ status: 503 });
	expect(items()).toEqual([]);
});

test.each([
	{ id: 'o' },
	{ id: 'o', user: null },
	{ id: 'o', user: [] },
	{ id: 'o', user: { id: '' } },
])(
	'where Pylon does not say whose token it is, the event runs with a note, and is asked about again: %j',
	async (value) => {
		bench.pylon.sim.faults.add({ kind: 'data', value, operationId: 'getMe', nth: [1] });
		addMessage('m1', { user_id: own });
		addMessage('m2', { user_id: own });
		await call(received('m1'));
		expect(items()).toMatchObject([
			{ note: expect.stringContaining('does not say which user the API token belongs to') },
		]);
		expect(await call(received('m2'))).toMatchObject(DROPPED);
	},
);
