import type { INodeParameters } from 'n8n-workflow';

import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { seedIds } from '../../../../sandbox/pylon';
import { storeAccount } from '../../../../sandbox/pylon/seed/blank';
import { searchList } from '../../../support/loadOptions';
import { by, byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';

const pylon = withPylon({ checkReplies: true });
const search = (method: string, parameters: INodeParameters, filter?: string) =>
	searchList(new Pylon(), method, pylon.credentials, { parameters, filter });
const refusal = async (method: string, parameters: INodeParameters) =>
	await search(method, parameters).then(
		() => 'nothing was refused',
		(error: Error) => error.message,
	);

describe('a list within a record', () => {
	test('shows only what belongs to it', async () => {
		const { state } = pylon.sim;
		const other = { ...state.knowledgeBases.get(seedIds.knowledgeBase)!, id: 'other' };
		state.knowledgeBases.set('other', other);
		expect((await search('searchArticles', { knowledgeBaseId: byId('other') })).results).toEqual(
			[],
		);
		expect(
			(await search('searchArticles', { knowledgeBaseId: by('list', seedIds.knowledgeBase) }))
				.results,
		).toEqual(
			expect.arrayContaining([
				{ name: 'How to export your data (1000)', value: seedIds.articles.export },
				{ name: 'Refunds (1001, draft)', value: seedIds.articles.refunds },
			]),
		);
		expect(pylon.sim.requests).toHaveLength(2);
	});

	test.each<[string, INodeParameters]>([
		['nothing is chosen', { knowledgeBaseId: by('list', '') }],
		['nothing is there', {}],
		['what was typed cannot be seen', { knowledgeBaseId: byId('\u200b') }],
		['the expression has no value in the editor', { knowledgeBaseId: byId('={{ $json.id }}') }],
		['the expression is all there is', { knowledgeBaseId: '={{ $json.id }}' }],
	])('%s: says what to choose first', async (_, parameters) => {
		expect(await refusal('searchArticles', parameters)).toBe(
			"Choose 'Knowledge Base' first. If it uses an expression, run the node before this one, or enter the ID of the record.",
		);
		expect(pylon.sim.requests).toEqual([]);
	});

	test('the type of custom objects is a text', async () => {
		expect(
			(
				await search('searchCustomObjects', { customObjectType: ' subscription ' }, 'globex')
			).results.map(({ value }) => value),
		).toEqual([seedIds.customObjects.globex]);
		expect(await refusal('searchCustomObjects', { customObjectType: '' })).toMatch(
			/^Choose 'Custom Object Type' first\./,
		);
		expect(await refusal('searchCustomObjects', { customObjectType: 'unknown' })).toMatch(
			/^Pylon /,
		);
	});

	test('messages: the newest first, told apart by time, author and text', async () => {
		const { results } = await search('searchMessages', { issueId: byId(seedIds.issues.initech) });
		const times = results.map(({ name }) => name.slice(0, 16));
		expect(times).toEqual([...times].sort().reverse());
		expect(results[results.length - 1].name).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d Dmitri Novak: \S/);
	});

	test('a reply is offered what the customer sees, a note what only the team sees', async () => {
		const parameters = { issueId: byId(seedIds.issues.initech) };
		const { messages } = pylon.sim.state;
		const seen = (await search('searchCustomerMessages', parameters)).results.map(
			({ value }) => messages.get(String(value))?.is_private,
		);
		const notes = (await search('searchNotes', parameters)).results.map(
			({ value }) => messages.get(String(value))?.is_private,
		);
		expect(new Set(seen)).toEqual(new Set([false]));
		expect(new Set(notes)).toEqual(new Set([true]));
	});
});

describe('the record that the list is within, named by something else than its ID', () => {
	test.each<[string, INodeParameters]>([
		['number', by('number', 103)],
		['number, where the ID should be', byId('#103')],
		['URL', by('url', 'https://app.usepylon.com/issues?issueNumber=103')],
	])('an issue by its %s: one more request', async (_, issueId) => {
		const { results } = await search('searchThreads', { issueId });
		expect(results.map(({ value }) => value)).toEqual(
			expect.arrayContaining(Object.values(seedIds.threads)),
		);
		expect(pylon.sim.requests).toHaveLength(2);
	});

	test.each<[string, INodeParameters]>([
		['external ID', by('externalId', 'crm-globex')],
		['domain', by('domain', 'globex.example')],
	])('an account by its %s', async (_, accountId) => {
		expect((await search('searchAccountRelationships', { accountId })).results).toEqual([]);
		expect(pylon.sim.requests[1].path).toBe(`/accounts/${seedIds.accounts.globex}/relationships`);
	});

	test('none or several have the name', async () => {
		expect(await refusal('searchThreads', { issueId: by('number', 999_999) })).toBe(
			"No issue has the number '999999'. Change 'Issue', or choose the issue from the list.",
		);
		storeAccount(pylon.sim.state, new Date().toISOString(), {
			name: 'Globex Two',
			domains: ['globex.example'],
		});
		expect(
			await refusal('searchAccountRelationships', { accountId: by('domain', 'globex.example') }),
		).toMatch(
			/^2 accounts have the domain 'globex\.example': (Globex Two|Globex) \(globex\.example\), (Globex Two|Globex) \(globex\.example\)\. Change 'Account', or/,
		);
	});

	test('no address of an issue', async () => {
		expect(await refusal('searchThreads', { issueId: by('url', 'https://example.com') })).toMatch(
			/^'Issue' is not the URL of an issue\. It is "https:\/\/example.com"\. /,
		);
		expect(pylon.sim.requests).toEqual([]);
	});
});

describe('custom fields, which Pylon lists by what carries them', () => {
	test('the first page is one request, and scrolling brings the others', async () => {
		const { results, paginationToken } = await searchList(
			new Pylon(),
			'searchCustomFields',
			pylon.credentials,
		);
		expect(pylon.sim.requests).toEqual([
			expect.objectContaining({ path: '/custom-fields', query: { object_type: 'issue' } }),
		]);
		for (const { name } of results) expect(name).toMatch(/ \(issue, \w+\)$/);

		const types: unknown[] = ['issue'];
		for (let token = paginationToken; token !== undefined;) {
			types.push(token);
			token = (
				await searchList(new Pylon(), 'searchCustomFields', pylon.credentials, {
					paginationToken: token as string,
				})
			).paginationToken;
		}
		expect(types).toEqual([
			'issue',
			'account',
			'contact',
			'task',
			'project',
			'meeting',
			'opportunity',
		]);
	});

	test('what is typed is looked for in one type after the other', async () => {
		const { results } = await searchList(new Pylon(), 'searchCustomFields', pylon.credentials, {
			filter: 'effort',
		});
		expect(results).toEqual([{ name: 'Effort (task, select)', value: expect.any(String) }]);
	});

	test('what is typed is found in all types, since the editor cannot go on where a short list ends', async () => {
		const { results } = await searchList(new Pylon(), 'searchCustomFields', pylon.credentials, {
			filter: 'modules',
		});
		expect(results.map(({ name }) => name)).toEqual([
			'Modules (project, multiselect)',
			'Modules (task, multiselect)',
		]);
	});
});
