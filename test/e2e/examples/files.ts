import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addIssues, seedIds } from '../../../sandbox/pylon';
import { expectCost } from '../support/examplePage';
import type { Examples } from '../support/examples';

/**
 * Tests the examples that read or write files.
 *
 * @param examples what they run in; there from the first test on
 */
export function fileExamples(examples: () => Examples): void {
	/** The one folder that n8n may read and write unless told otherwise: `~/.n8n-files`. */
	async function folder(name: string): Promise<string> {
		const home = join(examples().packageFolder, '..', '..', '..', '..');
		const made = join(home, '.n8n-files', name);
		await mkdir(made, { recursive: true });
		return made;
	}

	test('export-issues', async () => {
		const { add, run, pylon } = examples();
		const name = 'export-issues';
		const into = await folder('export');
		// Those of other months are there as well.
		const lastOfJanuary = Date.UTC(2026, 0, 31, 23);
		const [first] = addIssues(pylon.state, 1200, lastOfJanuary);
		const issue = pylon.state.issues.get(first);
		if (!issue) throw new Error('the issue is gone');
		const { carla } = seedIds.contacts;
		pylon.state.issues.set(first, {
			...issue,
			title: '=1+1, "quoted"',
			requester_id: carla,
			account_id: seedIds.accounts.globex,
			assignee_id: seedIds.users.nora,
			team_id: seedIds.teams.support,
		});
		const settings = { from: '2026-01-01', until: '2026-02-01', folder: into };
		const workflow = await add(name, { settings });
		const { error } = await run(workflow, 'On the first of the month');
		expect(error).toBeUndefined();
		const file = join(into, 'pylon-issues-2026-01-01.csv');
		const lines = (await readFile(file, 'utf8')).trim().split('\n');
		expect(lines[0].trim()).toBe(
			'number,title,state,source,account,requester,assignee,tags,created_at,link',
		);
		expect(lines).toHaveLength(1201);
		expect(lines.find((line) => line.startsWith(`${issue.number},`))).toContain(
			`"'=1+1, ""quoted""",open,email,Globex,Carla Diaz,Nora Keller`,
		);
		expectCost(pylon, name, {
			'each 30 days': 2,

			'the names': 1,
		});

		// Once more: the same file.
		const before = await readFile(file, 'utf8');
		await run(workflow, 'On the first of the month');
		expect(await readFile(file, 'utf8')).toBe(before);
	});

	test('articles-from-markdown', async () => {
		const { add, run, pylon } = examples();
		const name = 'articles-from-markdown';
		const from = await folder('articles');
		await writeFile(join(from, 'plans.md'), '# Plans and prices\n\nFree, **Team**, Enterprise.\n');
		await writeFile(
			join(from, 'webhooks.md'),
			'# Webhooks\n\nSee [the list](https://a.example).\n',
		);
		const workflow = await add(name, {
			settings: {
				folder: from,
				knowledgeBaseId: seedIds.knowledgeBase,
				authorEmail: 'nora@northwind.example',
			},
		});
		const article = (slug: string) =>
			[...pylon.state.articles.values()].filter((one) => one.slug === slug);
		const before = pylon.state.articles.size;
		const first = await run(workflow, 'When clicking ‘Execute workflow’');
		expect(first.error).toBeUndefined();
		expect(pylon.state.articles.size).toBe(before + 1);
		expect(article('plans')).toMatchObject([{ id: seedIds.articles.plans, is_published: true }]);
		expect(JSON.stringify(article('plans')[0].texts)).toContain('<strong>Team</strong>');
		expect(article('webhooks')).toMatchObject([{ is_published: true }]);
		expect(JSON.stringify(article('webhooks')[0].texts)).toContain('https://a.example');
		expectCost(pylon, name, { 'each run': 1, 'each file': 2, 'a run with new files': 1 });

		pylon.resetLog();
		const second = await run(workflow, 'When clicking ‘Execute workflow’');
		expect(second.error).toBeUndefined();
		expect(pylon.state.articles.size).toBe(before + 1);
		expectCost(pylon, name, { 'each run': 1, 'each file': 2 });
	});
}
