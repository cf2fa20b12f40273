import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { addAccounts, addContacts, addIssues, seedIds } from '../../../../sandbox/pylon';
import { storeIssue } from '../../../../sandbox/pylon/seed/blank';
import { searchList } from '../../../support/loadOptions';
import { withPylon } from '../../../support/pylon';

const pylon = withPylon({ checkReplies: true });
const search = (method: string, filter?: string, paginationToken?: string) =>
	searchList(new Pylon(), method, pylon.credentials, { filter, paginationToken });

/** Every page, as somebody who scrolls to the end of the list gets them. */
async function wholeList(method: string, filter?: string) {
	const pages = [await search(method, filter)];
	for (
		let token = pages[0].paginationToken;
		token !== undefined;
		token = pages[pages.length - 1].paginationToken
	) {
		pages.push(await search(method, filter, token as string));
	}
	return pages.map(({ results }) => results);
}

describe('how many contacts there are', () => {
	beforeEach(() => pylon.sim.state.contacts.clear());

	test('none', async () => {
		expect(await search('searchContacts')).toEqual({ results: [] });
		expect(pylon.sim.requests).toHaveLength(1);
	});

	test('one', async () => {
		const [id] = addContacts(pylon.sim.state, 1);
		expect(await search('searchContacts')).toEqual({
			results: [{ name: 'Contact 1 (contact-1@bulk.example)', value: id }],
		});
		expect(pylon.sim.requests).toHaveLength(1);
	});

	test('1,000: the first page is one request, and scrolling brings each contact once', async () => {
		const ids = addContacts(pylon.sim.state, 1000);
		const first = await search('searchContacts');
		expect(first.results).toHaveLength(100);
		expect(first.paginationToken).toEqual(expect.any(String));
		expect(pylon.sim.requests).toEqual([
			expect.objectContaining({ method: 'POST', path: '/contacts/search', body: { limit: 100 } }),
		]);

		const pages = await wholeList('searchContacts');
		expect(pages).toHaveLength(10);
		expect(
			pages
				.flat()
				.map(({ value }) => value)
				.sort(),
		).toEqual(ids.sort());
	});

	test('part of a name or an address finds them with one request', async () => {
		addContacts(pylon.sim.state, 1000);
		expect((await search('searchContacts', 'ontact 77')).results.map(({ name }) => name)).toEqual(
			expect.arrayContaining([
				'Contact 77 (contact-77@bulk.example)',
				'Contact 770 (contact-770@bulk.example)',
			]),
		);
		expect((await search('searchContacts', ' contact-999@ ')).results).toEqual([
			{ name: 'Contact 999 (contact-999@bulk.example)', value: expect.any(String) },
		]);
		expect((await search('searchContacts', 'nobody')).results).toEqual([]);
		expect(pylon.sim.requests).toHaveLength(3);
	});
});

describe('accounts', () => {
	test('by part of the name, or by the domain', async () => {
		expect((await search('searchAccounts', 'initec')).results.map(({ value }) => value)).toContain(
			seedIds.accounts.initech,
		);
		expect((await search('searchAccounts', 'Globex.example')).results).toEqual([
			{ name: expect.stringContaining('globex.example'), value: seedIds.accounts.globex },
		]);
	});

	test('1,000 of them in pages', async () => {
		pylon.sim.state.accounts.clear();
		const ids = addAccounts(pylon.sim.state, 1000);
		expect(
			(await wholeList('searchAccounts'))
				.flat()
				.map(({ value }) => value)
				.sort(),
		).toEqual(ids.sort());
	});
});

describe('issues', () => {
	test('by part of the title; the label has the number', async () => {
		const { id, number } = storeIssue(pylon.sim.state, new Date().toISOString(), {
			title: 'The printer is on fire',
		});
		expect((await search('searchIssues', 'printer')).results).toEqual([
			{
				name: `#${number} The printer is on fire`,
				value: id,
				url: `https://app.usepylon.com/issues?issueNumber=${number}`,
			},
		]);
	});

	test.each(['102', '#102'])('by the number %s', async (number) => {
		expect((await search('searchIssues', number)).results).toEqual([
			expect.objectContaining({
				name: expect.stringMatching(/^#102 /),
				value: seedIds.issues.globex,
			}),
		]);
		expect(pylon.sim.requests).toHaveLength(1);
	});

	test('a number that no issue has: an empty list', async () => {
		expect(await search('searchIssues', '999999')).toEqual({ results: [] });
	});

	test('1,000 of them in pages', async () => {
		pylon.sim.state.issues.clear();
		const ids = addIssues(pylon.sim.state, 1000);
		expect((await wholeList('searchIssues')).flat().map(({ value }) => value)).toEqual(ids);
	});
});

/** "Step 1" is the oldest, so the last one in the list. */
function addTasks(count: number): void {
	const { tasks } = pylon.sim.state;
	const [one] = tasks.values();
	for (let number = 1; number <= count; number++) {
		tasks.set(`task-${number}`, {
			...one,
			id: `task-${number}`,
			title: `Step ${number}`,
			created_at: new Date(number).toISOString(),
		});
	}
}

describe('what was typed, where Pylon cannot look for it', () => {
	test('is looked for in the labels of what comes at once', async () => {
		expect((await search('searchUsers', 'NORA')).results.map(({ value }) => value)).toEqual([
			seedIds.users.nora,
		]);
		expect((await search('searchTeams', 'none of them')).results).toEqual([]);
	});

	test('is looked for page after page, until one has it', async () => {
		addTasks(250);
		const { results } = await search('searchTasks', 'step 7 (');
		expect(results.map(({ value }) => value)).toEqual(['task-7']);
		expect(pylon.sim.requests).toHaveLength(3);
	});

	test('stops after ten pages without it, and goes on from there', async () => {
		addTasks(1200);
		const { results, paginationToken } = await search('searchTasks', 'step 7 (');
		expect(results).toEqual([]);
		expect(pylon.sim.requests).toHaveLength(10);
		expect(
			(await search('searchTasks', 'step 7 (', paginationToken as string)).results.map(
				({ value }) => value,
			),
		).toEqual(['task-7']);
	});
});
