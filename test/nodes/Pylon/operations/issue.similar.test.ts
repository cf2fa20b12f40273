import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { similarity, wordsOf } from '../../../../nodes/Pylon/operations/issue/similarity';
import { seedIds, type SimulatedPylon } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';
import { withPylon } from '../../../support/pylon';
import { askedOf, runIssue, wordsOf as wordsOfError } from './support/conversations';
import { issuePart } from './support/issueParts';
import { byNumber } from './support/messages';

const { initech, first, globex: globexIssue } = seedIds.issues;
const { globex } = seedIds.accounts;

const byDomain = (value: string) => ({ __rl: true, mode: 'domain', value });
const titles = (json: IDataObject[]) => json.map(({ title }) => title);

/** Gives issues of the seed other titles, by their number. */
const retitle = (names: Record<number, string>) => (sim: SimulatedPylon) => {
	for (const issue of [...sim.state.issues.values()]) {
		const title = names[issue.number];
		if (title !== undefined)
			sim.state.issues.set(issue.id, { ...issue, title, body_html: `<p>${title}</p>` });
	}
};

describeOperations(issuePart('similar'), {
	findSimilar: {
		least: {
			before: retitle({
				100: 'Sign in fails',
				99: 'Cannot sign in with the phone',
				98: 'The morning export',
			}),
			parameters: { issueId: byId(initech) },
			then: ({ json, requests }) => {
				expect(requests.map(({ operationId }) => operationId)).toEqual([
					'getIssue',
					'searchIssues',
					'searchIssues',
				]);
				expect(requests[1].body).toEqual({ search_text: 'sign since morning', limit: 100 });
				expect(titles(json)).toEqual([
					'Sign in fails',
					'Cannot sign in with the phone',
					'The morning export',
					'Single sign-on for contractors',
				]);
				expect(json.map(({ similarity: share }) => share)).toEqual([0.33, 0.33, 0.33, 0]);
				expect(json[0]).not.toHaveProperty('body_html');
			},
		},
		all: [
			{
				before: retitle({ 100: 'Invoice has no currency', 99: 'Currency of my invoice' }),
				parameters: {
					similarTo: 'text',
					text: 'Invoice without currency',
					searchIn: 'account',
					accountId: byDomain('globex.example'),
					issueState: 'open',
					maxIssues: '5',
					output: 'raw',
				},
				then: ({ json, requests }) => {
					expect(titles(json)).toEqual([
						'Invoice shows the wrong currency',
						'Invoice has no currency',
					]);
					expect(json[0]).toMatchObject({
						similarity: 0.67,
						account: { id: globex },
						body_html: expect.any(String),
					});
					expect(requests.at(-1)?.body).toMatchObject({
						filter: {
							operator: 'and',
							subfilters: [
								{ field: 'account_id', operator: 'equals', value: globex },
								{
									field: 'state',
									operator: 'not_in',
									values: ['closed', 'nar', 'resolved', 'won_t_fix'],
								},
								{
									operator: 'or',
									subfilters: [
										{ field: 'title', operator: 'string_contains', value: 'invoice' },
										{ value: 'without' },
										{ value: 'currency' },
									],
								},
							],
						},
					});
				},
			},
			{
				parameters: { similarTo: 'issue', issueId: byNumber(102), searchIn: 'account' },
				then: ({ json }) => expect(json.every(({ account_id: id }) => id === globex)).toBe(true),
			},
		],
		wrong: [
			{ parameters: { issueId: byId('') }, message: "'Issue' is empty" },
			{ parameters: { similarTo: 'text', text: ' ?! ' }, message: "'Text' has no words" },
			{ parameters: { similarTo: 'text', text: '={{ $json.none }}' }, message: "'Text' is empty" },
			{
				parameters: { similarTo: 'text', text: 'a', searchIn: 'account', accountId: byId('') },
				message: "'Account' is empty",
			},
			{
				parameters: { issueId: byId(initech), maxIssues: 0 },
				message: "'Limit' has to be a whole number from 1 to 100",
			},
			{
				parameters: { issueId: byId(initech), maxIssues: 101 },
				message: "'Limit' has to be a whole number from 1 to 100",
			},
		],
	},
});

describe('Find Similar', () => {
	const pylon = withPylon({ checkReplies: true });
	const run = async (more: INodeParameters, options = {}) =>
		await runIssue(pylon, { operation: 'findSimilar', ...more }, options);

	test('does not find itself, but closed ones unless only open ones are wanted', async () => {
		retitle({ 97: 'Cannot sign in since yesterday', 103: 'Cannot sign in since yesterday' })(
			pylon.sim,
		);
		const any = (await run({ issueId: byId(initech) })).items;
		expect(any[0].json).toMatchObject({ number: 97, state: 'resolved', similarity: 1 });
		expect(any.map(({ json }) => json.id)).not.toContain(initech);
		const open = (await run({ issueId: byId(initech), issueState: 'open' })).items;
		expect(open.map(({ json }) => json.number)).not.toContain(97);
	});

	test('enough fuzzy matches: no second search', async () => {
		retitle({ 100: 'Two invoices', 99: 'Two invoices', 98: 'Two invoices' })(pylon.sim);
		const { items } = await run({ similarTo: 'text', text: 'two invoices', maxIssues: 2 });
		expect(items).toHaveLength(2);
		expect(askedOf(pylon.sim)).toEqual(['searchIssues']);
	});

	test('the account of the issue is missing: says so, does not search the workspace', async () => {
		const { error } = await run({ issueId: byId(first), searchIn: 'account' });
		expect(wordsOfError(error)).toEqual({
			message: `The issue '${first}' has no account`,
			description: expect.stringContaining("'Search In'"),
		});
		expect(askedOf(pylon.sim)).toEqual(['getIssue']);
	});

	test('an issue whose title has no words has none like it', async () => {
		retitle({ 103: '???' })(pylon.sim);
		expect(await run({ issueId: byId(initech) })).toEqual({ items: [] });
		expect(askedOf(pylon.sim)).toEqual(['getIssue']);
	});

	test.each(['[]', '[{"id":5}]', '{}', '7', '{"id":null}', '[null]'])(
		'Pylon answers with %s for the issue: a sentence',
		async (value) => {
			pylon.sim.faults.add({
				kind: 'data',
				operationId: 'getIssue',
				value: JSON.parse(value) as unknown,
			});
			const { message, description } = wordsOfError((await run({ issueId: byId(initech) })).error);
			expect(message).toMatch(/\bPylon\b/);
			expect(description).toMatch(/\S/);
			expect(askedOf(pylon.sim)).toEqual(['getIssue']);
		},
	);

	test.each([
		['getIssue', { id: initech, title: { toString: 1 } }, 0],
		[
			'searchIssues',
			[
				null,
				7,
				{},
				{ id: 'a', title: { toString: 1 }, body_html: [], created_at: { toString: 1 } },
				{ id: 'b', title: 'sign' },
			],
			2,
		],
	])('%s answers with odd properties: they count as missing', async (operationId, value, count) => {
		pylon.sim.faults.add({ kind: 'data', operationId, value, every: 1 });
		const { items, error } = await run({ issueId: byId(initech) });
		expect(error).toBeUndefined();
		expect(items).toHaveLength(count);
	});

	test('the results of two items are linked to their own', async () => {
		const { items } = await run(
			{ issueId: { __rl: true, mode: 'id', value: '={{ $json.id }}' }, maxIssues: 1 },
			{ items: [{ json: { id: initech } }, { json: { id: globexIssue } }] },
		);
		expect(items.map(({ json, pairedItem }) => [json.title, pairedItem])).toEqual([
			['Single sign-on for contractors', { item: 0 }],
			['Two invoices for one order', { item: 1 }],
		]);
	});
});

describe('words', () => {
	test.each([
		['How do I export the CSV?', ['export', 'csv']],
		['Error 500 — API error', ['error', '500', 'api']],
		['Ärger mit Rechnung-Nr. 42', ['ärger', 'mit', 'rechnung-nr', '42']],
		['Is it on?', ['is', 'it', 'on']],
		['导出 失败', ['导出', '失败']],
		['?!', []],
	])('of %s', (text, words) => expect(wordsOf(text)).toEqual(words));

	test.each([
		[['export', 'csv'], { title: 'CSV export', body_html: null }, 1],
		[['export', 'csv', 'rows'], { title: 'Export', body_html: '<p>The <b>CSV</b></p>' }, 0.67],
		[['export'], { title: 'Exports' }, 0],
		[['is', 'it', 'on'], { title: 'Is it on?', body_html: '<p>The charger</p>' }, 1],
		[[], { title: 'Exports' }, 0],
	])('%j in %j', (words, issue, share) => expect(similarity(words, issue)).toBe(share));
});
