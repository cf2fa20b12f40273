import type { Credential } from '../../../sandbox/n8n/api';
import { seedIds } from '../../../sandbox/pylon';
import { expectCost, payloadOf } from '../support/examplePage';
import type { Examples } from '../support/examples';
import { openMcp } from '../support/mcpClient';
import { useScriptedModel } from '../support/scriptedModel';

const TOKEN = 'simulated-token';

/**
 * Tests the examples with an AI agent, and the MCP server for agents elsewhere.
 *
 * @param examples what they run in; there from the first test on
 */
export function agentExamples(examples: () => Examples): void {
	const model = useScriptedModel();

	const modelCredential = (): Credential => ({
		name: 'Scripted model',
		type: 'openAiApi',
		data: { apiKey: 'simulated', url: model().url },
	});

	/** What the model was given by the tool that it called last. */
	const answerOfTool = () => JSON.stringify(model().requests.at(-1)?.messages.at(-1));

	const notesOf = (issueId: string) =>
		[...examples().pylon.state.messages.values()]
			.filter(({ issue_id, is_private }) => issue_id === issueId && is_private)
			.map(({ message_html }) => message_html);

	test('answer-from-earlier-issues', async () => {
		const { add, publish, deliver, pylon } = examples();
		const name = 'answer-from-earlier-issues';
		const { initech } = seedIds.issues;
		const workflow = await add(name, {
			settings: { knowledgeBaseId: seedIds.knowledgeBase },
			credentials: [modelCredential()],
		});
		await publish(workflow);
		const seen: string[] = [];
		const call = (tool: string, args: object) => () => {
			seen.push(answerOfTool());
			return { calls: [{ tool, arguments: args }] };
		};
		model().say(
			call('Find_similar_issues', { text: 'cannot sign in' }),
			call('Read_an_earlier_issue', { issue: '97' }),
			call('List_articles', {}),
			call('Read_an_article', { article: seedIds.articles.export }),
			() => {
				seen.push(answerOfTool());
				return { text: '**Draft**: Please try again.\n\n**Sources**: #97' };
			},
		);
		pylon.resetLog();
		const { error } = await deliver(workflow, { type: 'issue', id: initech }, payloadOf(name));
		expect(error).toBeUndefined();
		expect(seen).toEqual([
			expect.stringContaining('Cannot sign in since this morning'),
			expect.stringContaining('similarity'),
			expect.stringContaining('Please delete our test data'),
			expect.stringContaining(seedIds.articles.plans),
			expect.stringContaining('Open Settings and choose Export.'),
		]);
		const drafts = [...pylon.state.messages.values()].filter(({ message_html }) =>
			message_html.includes('<strong>Draft</strong>'),
		);
		expect(drafts).toMatchObject([{ issue_id: initech, is_private: true }]);
		expectCost(pylon, name, {
			'each issue': 1,
			'each time the agent looks for similar issues': 1,
			'each earlier issue that it reads': 1,
			'each list of articles': 1,
			'each article that it reads': 1,
		});
	});

	test('mcp-server', async () => {
		const { add, publish, pylon, n8n } = examples();
		const name = 'mcp-server';
		const workflow = await add(name, {
			credentials: [{ name: 'MCP token', type: 'httpBearerAuth', data: { token: TOKEN } }],
		});
		await publish(workflow);
		const url = `${n8n.url}/mcp/pylon`;
		await expect(openMcp(url, 'wrong')).rejects.toThrow('403');

		const mcp = await openMcp(url, TOKEN);
		expect((await mcp.tools()).sort()).toEqual([
			'Add_internal_note',
			'Create_task',
			'Find_similar_issues',
			'Get_article',
			'Get_context_of_issue',
			'List_articles',
			'List_knowledge_bases',
			'Search_accounts',
			'Search_contacts',
			'Search_issues',
		]);
		pylon.resetLog();
		expect(await mcp.call('Get_context_of_issue', { issue: '103' })).toContain('Dmitri Novak');
		expectCost(pylon, name, { 'each issue that is read with its context': 1 });

		pylon.resetLog();
		expect(await mcp.call('Search_accounts', { text: 'Glob' })).toContain(seedIds.accounts.globex);
		expect(await mcp.call('Search_contacts', { text: 'Carla' })).toContain(seedIds.contacts.carla);
		expect(await mcp.call('Search_issues', { text: 'sign in' })).toContain('since this morning');
		expect(await mcp.call('List_knowledge_bases', {})).toContain(seedIds.knowledgeBase);
		const knowledge_base = seedIds.knowledgeBase;
		expect(await mcp.call('List_articles', { knowledge_base })).toContain(seedIds.articles.plans);
		expect(
			await mcp.call('Get_article', { knowledge_base, article: seedIds.articles.plans }),
		).toContain('Enterprise');
		await mcp.call('Add_internal_note', { issue: '103', note: 'Looks like **#97**.' });
		expect(notesOf(seedIds.issues.initech).at(-1)).toContain('<strong>#97</strong>');
		await mcp.call('Create_task', { title: 'Call Dmitri', description: 'About #103' });
		expect([...pylon.state.tasks.values()].at(-1)).toMatchObject({ title: 'Call Dmitri' });
		expectCost(pylon, name, { 'each note': 1, 'each other call': 7 });

		pylon.resetLog();
		expect(await mcp.call('Find_similar_issues', { text: 'cannot sign in' })).toContain(
			'similarity',
		);
		expectCost(pylon, name, { 'each search for similar issues': 1 });
	});
}
