import type { INodeParameters } from 'n8n-workflow';
import { addContacts, seedIds } from '../../../../sandbox/pylon';
import { storeContact } from '../../../../sandbox/pylon/seed/blank';
import { by, byId } from '../../../support/locator';
import { pylon, NORA, OMAR, CARLA, DMITRI, run, asked } from './support/entries';

const { contacts, issues, users } = seedIds;

const follow = (more: INodeParameters, operation = 'addFollowers'): INodeParameters => ({
	resource: 'issue',
	operation,
	issueId: byId(issues.globex),
	...more,
});

const followed = `POST /issues/${issues.globex}/followers`;

describe('an email that stands for nobody', () => {
	test.each<[string, INodeParameters, string, string]>([
		[
			'no user',
			{ userIds: [NORA, 'nobody@x.example'] },
			"No user has the email 'nobody@x.example'",
			"'User Names or IDs'",
		],
		[
			'no contact',
			{ contactIds: 'nobody@x.example' },
			"No contact has the email 'nobody@x.example'",
			"'Contact Names or IDs'",
		],
	])('%s: refused, and nothing is changed', async (_, parameters, message, parameter) => {
		const { error } = await run(follow(parameters));
		expect(error).toMatchObject({
			message,
			description: expect.stringContaining(parameter),
			context: { itemIndex: 0 },
		});
		expect(asked()).not.toContain(followed);
	});

	test('two contacts: both are listed', async () => {
		const { id } = storeContact(pylon.sim.state, { name: 'Carla Twin', email: CARLA });
		const { error } = await run(follow({ contactIds: `${CARLA}, ${DMITRI}` }));
		expect(error?.message).toBe(`2 contacts have the email '${CARLA}'`);
		const { description } = error as { description?: string };
		expect(description).toContain("'Contact Names or IDs'");
		expect(description).toContain(`Carla Twin (${CARLA}): ${id}`);
		expect(description).toContain(`: ${contacts.carla}`);
		expect(asked()).not.toContain(followed);
	});

	test.each(['Nora <nora@>', '@nora', 'nora@'])(
		'%s is no address: refused unsent',
		async (entry) => {
			const { error } = await run(follow({ userIds: [users.omar, entry] }));
			expect(error?.message).toBe(
				"'User Names or IDs' has an entry that is neither an ID nor an email address",
			);
			expect((error as { description?: string }).description).toContain(entry);
			expect(pylon.sim.requests).toEqual([]);
		},
	);
});

describe('the items of a run', () => {
	const emailsOf = (count: number) =>
		addContacts(pylon.sim.state, count).map((id) => ({
			id,
			email: String(pylon.sim.state.contacts.get(id)?.email),
		}));

	test.each([
		[1, 1],
		[99, 1],
		[100, 1],
		[101, 2],
		[250, 3],
	])('%i emails in as many items: %i searches, each email once', async (count, searches) => {
		const people = emailsOf(count);
		const { error, items } = await run(
			follow({ contactIds: '={{ $json.emails }}' }),
			...people.map(({ email }) => ({ emails: [email, people[0].email] })),
		);
		expect(error).toBeUndefined();
		expect(new Set(items.map(({ pairedItem }) => JSON.stringify(pairedItem))).size).toBe(count);
		const sent = pylon.sim.requests
			.filter(({ path }) => path === '/contacts/search')
			.map(({ body }) => (body as { filter: INodeParameters }).filter);
		expect(sent).toHaveLength(searches);
		const names = sent.flatMap(({ value, values }) => (values ?? [value]) as string[]);
		expect(names).toHaveLength(count);
		expect(new Set(names)).toEqual(new Set(people.map(({ email }) => email)));
		const bodies = pylon.sim.requests
			.filter(({ path }) => path.endsWith('/followers'))
			.map(({ body }) => (body as { contact_ids: string[] }).contact_ids);
		const expected = people.map(({ id }) => [...new Set([id, people[0].id])]);
		expect(bodies.sort()).toEqual(expected.sort());
	});

	test('pickers in the body share the search', async () => {
		const inputs = [NORA, OMAR, 'priya@northwind.example', NORA].map((email) => ({ email }));
		const { error } = await run(
			{
				resource: 'issue',
				operation: 'update',
				issueId: byId(issues.globex),
				updateFields: { assigneeId: by('email', '={{ $json.email }}') },
			},
			...inputs,
		);
		expect(error).toBeUndefined();
		expect(asked().filter((one) => one === 'POST /users/search')).toHaveLength(1);
	});
});
