import assert from 'node:assert/strict';
import { addContacts, seedIds } from '../../../sandbox/pylon';
import type { Check, N8nUnderTest } from '../check';
import { by, type Json, linkOf, pylonNode, run, runWell, START, wordsOf } from '../support/flow';
import { customFieldsOfContact } from '../support/editor';

const { contacts, accounts } = seedIds;

const setAccount: Json = {
	resource: 'contact',
	operation: 'setAccount',
	contactId: by('id', '={{ $json.contact }}'),
	target: 'account',
	accountId: by('id', '={{ $json.account }}'),
};

/** A moment that lies ahead, at a time of the year when New York is five hours behind. */
const january = `${new Date().getUTCFullYear() + 1}-01-15`;

const snoozedUntil = ({ pylon }: N8nUnderTest, id: string) =>
	pylon.state.issues.get(id)?.snoozed_until_time;

export const operations: Check[] = [
	{
		id: 'd1',
		title: 'Contact: Set Account, three items',
		async run(n8n) {
			const items = [contacts.ada, contacts.ben, contacts.carla].map((contact) => ({
				contact,
				account: accounts.initech,
			}));
			const { outputs } = await runWell(n8n, setAccount, { items });
			assert.deepEqual(outputs[0].map(linkOf), [0, 1, 2]);
			for (const { contact } of items)
				assert.equal(n8n.pylon.state.contacts.get(contact)?.account_id, accounts.initech);
		},
	},
	{
		id: 'd2',
		title: 'Issue: Create and Snooze, three items, linked',
		async run(n8n) {
			const create = pylonNode(
				n8n,
				'pylon',
				{
					resource: 'issue',
					operation: 'create',
					title: '={{ $json.title }}',
					message: 'Hello',
					requesterId: by('id', contacts.carla),
				},
				{ name: 'Create' },
			);
			const snooze = pylonNode(
				n8n,
				'pylon',
				{
					resource: 'issue',
					operation: 'snooze',
					issueId: by('id', '={{ $json.id }}'),
					snoozeFor: 'duration',
					durationAmount: 2,
					durationUnit: 'hours',
				},
				{ name: 'Snooze' },
			);
			const items = ['One', 'Two', 'Three'].map((title) => ({ title }));
			const { error, runData } = await run(n8n, [START, create, snooze], { items });
			assert.equal(error && wordsOf(error), undefined);
			const snoozed = runData.Snooze[0].data?.main[0] ?? [];
			assert.deepEqual(snoozed.map(linkOf), [0, 1, 2]);
			const titles = snoozed.map(({ json }) => n8n.pylon.state.issues.get(String(json.id))?.title);
			assert.deepEqual(titles, ['One', 'Two', 'Three']);
			for (const { json } of snoozed) assert.ok(snoozedUntil(n8n, String(json.id)));
		},
	},
	{
		id: 'd3',
		title: 'Account: Merge, three items',
		async run(n8n) {
			const items = [accounts.initechDuplicate, accounts.cedar, accounts.ember].map((account) => ({
				account,
			}));
			const { outputs } = await runWell(
				n8n,
				{
					resource: 'account',
					operation: 'merge',
					accountId: by('id', accounts.initech),
					mergeAccountIds: '={{ $json.account }}',
				},
				{ items },
			);
			assert.deepEqual(outputs[0].map(linkOf), [0, 1, 2]);
			for (const { account } of items) assert.equal(n8n.pylon.state.accounts.has(account), false);
		},
	},
	{
		id: 'd4',
		title: "A date without an offset is read in the workflow's time zone",
		async run(n8n) {
			await runWell(
				n8n,
				{
					resource: 'issue',
					operation: 'snooze',
					issueId: by('id', seedIds.issues.first),
					snoozeFor: 'until',
					snoozeUntil: `${january}T09:00:00`,
				},
				{ timezone: 'America/New_York' },
			);
			assert.equal(
				Date.parse(String(snoozedUntil(n8n, seedIds.issues.first))),
				Date.parse(`${january}T14:00:00Z`),
			);
		},
	},
	{
		id: 'd5',
		title: 'Contact: Get Many with Return All, more than 2,000 records',
		async run(n8n) {
			addContacts(n8n.pylon.state, 2300);
			const { json } = await runWell(n8n, {
				resource: 'contact',
				operation: 'getAll',
				returnAll: true,
			});
			const ids = new Set(json.map(({ id }) => id));
			assert.equal(json.length, n8n.pylon.state.contacts.size);
			assert.equal(ids.size, json.length);
		},
	},
	{
		id: 'd6',
		title: 'Contact: Create or Update, three items: one existing, two new',
		async run(n8n) {
			const known = n8n.pylon.state.contacts.get(contacts.carla)?.email;
			const items = [
				{ email: known },
				{ email: 'new-1@example.com' },
				{ email: 'new-2@example.com' },
			];
			const before = n8n.pylon.state.contacts.size;
			const { json } = await runWell(
				n8n,
				{
					resource: 'contact',
					operation: 'upsert',
					email: '={{ $json.email }}',
					name: '={{ "Name of " + $json.email }}',
					matchBy: ['email'],
				},
				{ items },
			);
			assert.deepEqual(
				json.map(({ created }) => created),
				[false, true, true],
			);
			assert.equal(n8n.pylon.state.contacts.size, before + 2);
		},
	},
	{
		id: 'd7',
		title: 'Custom fields with the mapper',
		async run(n8n) {
			const { fields: schema } = await customFieldsOfContact(n8n);
			await runWell(n8n, {
				resource: 'contact',
				operation: 'update',
				contactId: by('id', contacts.carla),
				customFields: {
					mappingMode: 'defineBelow',
					value: { job_title: 'Head of support' },
					matchingColumns: [],
					schema,
				},
			});
			const field = n8n.pylon.state.contacts.get(contacts.carla)?.custom_fields.job_title;
			assert.match(JSON.stringify(field), /"Head of support"/);
		},
	},
	{
		id: 'd8',
		title: 'Training Data: Upload Files, a file of the incoming item',
		async run(n8n) {
			const file = {
				name: 'File',
				type: 'n8n-nodes-base.convertToFile',
				typeVersion: 1.1,
				parameters: {
					operation: 'toText',
					sourceProperty: 'text',
					options: { fileName: 'returns.txt' },
				},
			};
			const upload = pylonNode(n8n, 'pylon', {
				resource: 'trainingData',
				operation: 'uploadFiles',
				trainingDataId: by('id', seedIds.trainingData),
				binaryPropertyName: 'data',
			});
			const { error } = await run(n8n, [START, file, upload], {
				items: [{ text: 'Within 30 days.' }],
			});
			assert.equal(error && wordsOf(error), undefined);
			const documents = n8n.pylon.state.trainingData.get(seedIds.trainingData)?.documents ?? [];
			assert.ok(
				documents.some(({ file_name }) => file_name === 'returns.txt'),
				'The file did not arrive.',
			);
		},
	},
	{
		id: 'd9',
		title: 'Search with the condition builder, three items',
		async run(n8n) {
			const items = [...n8n.pylon.state.contacts.values()]
				.slice(0, 3)
				.map(({ email }) => ({ email }));
			const { json } = await runWell(
				n8n,
				{
					resource: 'contact',
					operation: 'search',
					conditions: {
						condition: [{ field: 'email', operator: 'equals', value: '={{ $json.email }}' }],
					},
				},
				{ items },
			);
			assert.deepEqual(
				json.map(({ email }) => email),
				items.map(({ email }) => email),
			);
		},
	},
];
