import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { seedIds } from '../../../../sandbox/pylon';
import { runNode } from '../../../support/engine';
import { byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';
import { byNumber, messageIdOf, noteIdOf } from './support/messages';

const { first, initech } = seedIds.issues;
const pylon = withPylon({ checkReplies: true });

const run = (
	operation: string,
	parameters: INodeParameters,
	items?: INodeExecutionData[],
	continueOnFail = false,
) =>
	runNode({
		node: new Pylon(),
		parameters: { resource: 'issue', operation, ...parameters },
		items,
		continueOnFail,
		credentials: pylon.credentials,
	});

const operationsAsked = () => pylon.sim.requests.map(({ operationId }) => operationId);

describe('ids', () => {
	test.each(['a/b', 'a?b=c', 'a#b', 'a%2Fb', '100%', 'Müller', 'a b', 'a&b=c', 'a..b/c'])(
		'%s reaches Pylon as one segment of the path',
		async (id) => {
			const { error } = await run('get', { issueId: byId(id) });
			expect(operationsAsked()).toEqual(['getIssue']);
			expect(pylon.sim.requests[0].path).toBe(`/issues/${encodeURIComponent(id)}`);
			expect(error?.message).toContain(`Pylon has no record '${id}' for 'Issue'`);
		},
	);

	test.each(['%2e%2e', 'a/%2E%2E/b', '..'])(
		'%s, which leads elsewhere once it is decoded, is refused unsent',
		async (id) => {
			const { error } = await run('get', { issueId: byId(id) });
			expect(error?.message).toMatch(/^'Issue' /);
			expect(pylon.sim.requests).toEqual([]);
		},
	);

	test.each([
		['get', ['getIssue']],
		['getFollowers', ['getIssueFollowers']],
		['getMessages', ['getIssueMessages']],
		['delete', ['deleteIssue']],
	])('%s encodes the id of a number too', async (operation, asked) => {
		await run(operation, { issueId: byId('a/b?c#d') });
		expect(operationsAsked()).toEqual(asked);
		expect(pylon.sim.requests[0].path).toMatch(/^\/issues\/a%2Fb%3Fc%23d(\/|$)/);
	});

	test.each([
		[''],
		['   '],
		['\n\t'],
		['={{ null }}'],
		['={{ undefined }}'],
		['={{ $json.none }}'],
		['={{ "" }}'],
	])('%j is empty', async (id) => {
		for (const issueId of [byId(id), byNumber(id), id]) {
			const { error } = await run('get', { issueId });
			expect(error).toMatchObject({ message: "'Issue' is empty", context: { itemIndex: 0 } });
			expect(error).toMatchObject({ description: expect.stringContaining("Fill in 'Issue'") });
		}
		expect(pylon.sim.requests).toEqual([]);
	});

	test.each([['={{ [1, 2] }}'], ['={{ ({ id: 1 }) }}'], ['={{ true }}']])(
		'%s is no id',
		async (id) => {
			const { error } = await run('get', { issueId: byId(id) });
			expect(error?.message).toBe("'Issue' has to be a single ID");
			expect(pylon.sim.requests).toEqual([]);
		},
	);

	test.each([101, '101', ' 101 ', '={{ 101 }}', '={{ $json.number }}'])(
		'the number %j finds the issue',
		async (number) => {
			for (const issueId of [byId(number), byNumber(number)]) {
				const { items } = await run('get', { issueId }, [{ json: { number: 101 } }]);
				expect(items).toMatchObject([{ json: { id: first }, pairedItem: { item: 0 } }]);
			}
		},
	);

	test('an id with white space around it', async () => {
		const { items } = await run('get', { issueId: byId(`\n ${first}\t`) });
		expect(items[0].json.id).toBe(first);
	});

	test('each item that is wrong gets its own sentence, the others go on', async () => {
		const items = [first, '', 'no-such-issue', initech].map((id) => ({ json: { id } }));
		const result = await run('get', { issueId: byId('={{ $json.id }}') }, items, true);
		expect(result.items.map(({ json, pairedItem }) => [json.id ?? json.error, pairedItem])).toEqual(
			[
				[first, { item: 0 }],
				[expect.objectContaining({ message: "'Issue' is empty" }), { item: 1 }],
				[
					expect.objectContaining({
						message: "Pylon has no record 'no-such-issue' for 'Issue': Issue not found!",
					}),
					{ item: 2 },
				],
				[initech, { item: 3 }],
			],
		);
		expect(pylon.sim.requests).toHaveLength(3);
	});
});

describe('a number, for an operation that needs the ID', () => {
	test('one that no issue has: nothing is changed', async () => {
		const { error } = await run('delete', { issueId: byNumber(999) });
		expect(error?.message).toContain("No issue has the number '999'");
		expect(operationsAsked()).toEqual(['getIssue']);
	});

	test('the message of a path stays what it is', async () => {
		const messageId = byId('a/b');
		const { error } = await run('deleteMessage', { issueId: byNumber(103), messageId });
		expect(pylon.sim.requests[1].path).toBe(`/issues/${initech}/messages/a%2Fb`);
		expect(error?.message).toContain("Pylon has no record 'a/b' for 'Message'");
	});
});

describe('what only Pylon can know is refused in its words', () => {
	const refusal = async (operation: string, parameters: INodeParameters) => {
		const { error, items } = await run(operation, parameters);
		expect(items).toEqual([]);
		expect(pylon.sim.requests).toHaveLength(1);
		return error?.message;
	};
	const message = 'Hello';
	const specific = { issueId: byId(initech), messageToAnswer: 'specific', message };

	test.each([
		[
			'an internal note',
			() => noteIdOf(pylon.sim, initech),
			'is an internal note; name a message that the customer can see',
		],
		['a message of another issue', () => messageIdOf(pylon.sim, first), 'not found'],
	])('a reply to %s', async (_, id, words) => {
		const messages = pylon.sim.state.messages.size;
		const message = await refusal('reply', {
			...specific,
			messageId: byId(id()),
			toEmails: 'a@b.example',
		});
		expect(message).toMatch(new RegExp(`Pylon refused the values: message_id: .*${words}`));
		expect(pylon.sim.state.messages.size).toBe(messages);
	});

	test('recipients where there is no email', async () => {
		const id = messageIdOf(pylon.sim, initech);
		const message = pylon.sim.state.messages.get(id);
		if (message) pylon.sim.state.messages.set(id, { ...message, source: 'slack' });
		const given = { ...specific, messageId: byId(id) };
		expect(await refusal('reply', { ...given, toEmails: 'a@b.example' })).toContain(
			'is for email only',
		);
		pylon.sim.resetLog();
		const { items } = await run('reply', given);
		expect(pylon.sim.state.messages.get(items[0].json.id as string)).toMatchObject({
			source: 'slack',
			email_info: null,
		});
	});

	test.each([
		[
			'addNote',
			{ message, additionalFields: { threadId: byId(seedIds.threads.log) } },
			'thread_id: thread',
		],
		['askAiAgent', { aiAgentId: byId('nobody') }, 'ai_agent_id: AI agent "nobody" not found'],
		['addFollowers', { userIds: 'nobody' }, 'user_ids: user "nobody" not found'],
		[
			'linkExternalIssue',
			{ tracker: 'jira', externalIssueId: 'ABC-1' },
			'external_issue_id: "ABC-1" is no id of jira',
		],
		[
			'unlinkExternalIssue',
			{ tracker: 'jira', externalIssueId: '1' },
			'external_issue_id: "1" is not linked',
		],
	])('%s %j', async (operation, parameters, words) => {
		expect(await refusal(operation, { issueId: byId(first), ...parameters })).toContain(words);
	});

	test('a note on a message that the customer can see', async () => {
		const additionalFields = { messageId: byId(messageIdOf(pylon.sim, first)) };
		expect(await refusal('addNote', { issueId: byId(first), message, additionalFields })).toContain(
			'message_id: is not an internal note',
		);
	});

	test('an issue that is linked already', async () => {
		const link = { issueId: byId(initech), tracker: 'github', externalIssueId: 'northwind/app/77' };
		expect(await refusal('linkExternalIssue', link)).toContain('is linked already');
	});
});
