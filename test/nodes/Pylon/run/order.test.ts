import type { INodeParameters } from 'n8n-workflow';

import { seedIds } from '../../../../sandbox/pylon';
import { writtenRecord } from '../../../../nodes/shared/api/endpoints';
import { TestCredentialsHelper } from '../../../support/credentialsHelper';
import { byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';
import { runPylon } from '../../shared/client/support/run';
import { withVirtualTime } from '../../shared/client/support/virtualTime';

const pylon = withPylon();
withVirtualTime();

const { first } = seedIds.issues;
const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'];
const inputs = words.map((word) => ({ word }));
const paths = () =>
	pylon.sim.requests.filter(({ method }) => method !== 'GET').map(({ path }) => path);

const rename: INodeParameters = {
	resource: 'issue',
	operation: 'update',
	issueId: byId(first),
	updateFields: { title: '={{ $json.word }}' },
};
const note: INodeParameters = {
	resource: 'issue',
	operation: 'addNote',
	issueId: byId(first),
	message: '={{ $json.word }}',
};
const patch: INodeParameters = {
	resource: 'apiRequest',
	operation: 'send',
	method: 'PATCH',
	path: `/issues/${first}`,
	body: '={{ { title: $json.word } }}',
};

describe.each([
	['429', { kind: 'rate-limited' }],
	['503', { kind: 'status', status: 503 }],
	['a late answer', { kind: 'delay', ms: 30 }],
] as const)('%s to the first of several writes to one record', (_, fault) => {
	test.each([
		['an update', rename],
		['an API request', patch],
	])('%s: the last one wins', async (__, parameters) => {
		pylon.sim.faults.add({ ...fault, operationId: 'updateIssue', nth: [1] });
		const { items, error } = await runPylon(pylon.credentials, parameters, inputs);
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.title)).toEqual(words);
		expect(pylon.sim.state.issues.get(first)?.title).toBe('seven');
	});
});

test.each([
	['429', { kind: 'rate-limited' }],
	['a late answer', { kind: 'delay', ms: 30 }],
] as const)('notes stand in the order of the items, also after %s', async (_, fault) => {
	pylon.sim.faults.add({ ...fault, operationId: 'createIssueNote', nth: [1, 3] });
	const { items } = await runPylon(pylon.credentials, note, inputs);
	expect(items).toHaveLength(words.length);
	const notes = [...pylon.sim.state.messages.values()].filter(
		({ issue_id, is_private }) => issue_id === first && is_private,
	);
	expect(notes.slice(-words.length).map(({ message_html }) => message_html)).toEqual(
		words.map((word) => `<p>${word}</p>`),
	);
});

describe('the first item takes longer to get to its record', () => {
	afterEach(() => jest.restoreAllMocks());

	test('since n8n reads its credential later: the last one wins', async () => {
		const read = TestCredentialsHelper.prototype.getDecrypted;
		let reads = 0;
		jest.spyOn(TestCredentialsHelper.prototype, 'getDecrypted').mockImplementation(async function (
			this: TestCredentialsHelper,
			...args
		) {
			// n8n itself reads it once before the items do.
			const isFirst = reads++ === 1;
			for (let turn = 0; isFirst && turn < 200 && paths().length === 0; turn++)
				await new Promise((resolve) => setImmediate(resolve));
			return await read.apply(this, args);
		});
		const { items } = await runPylon(pylon.credentials, rename, inputs);
		expect(items.map(({ json }) => json.title)).toEqual(words);
		expect(pylon.sim.state.issues.get(first)?.title).toBe('seven');
	});

	test('since it names the record by email, the next one by ID: the last one wins', async () => {
		const { ada } = seedIds.contacts;
		const email = pylon.sim.state.contacts.get(ada)?.email;
		const contact = byId('={{ $json.contact }}');
		await runPylon(
			pylon.credentials,
			{
				resource: 'contact',
				operation: 'update',
				contactId: contact,
				updateFields: { name: '={{ $json.word }}' },
			},
			[
				{ contact: email, word: 'one' },
				{ contact: ada, word: 'two' },
			],
		);
		expect(pylon.sim.state.contacts.get(ada)?.name).toBe('two');
	});
});

test('the account of a contact is that of the last item', async () => {
	pylon.sim.faults.add({ kind: 'rate-limited', operationId: 'updateContact', nth: [1] });
	const { globex, initech } = seedIds.accounts;
	await runPylon(
		pylon.credentials,
		{
			resource: 'contact',
			operation: 'setAccount',
			contactId: byId(seedIds.contacts.ada),
			target: 'account',
			accountId: byId('={{ $json.id }}'),
		},
		[{ id: globex }, { id: initech }],
	);
	expect(pylon.sim.state.contacts.get(seedIds.contacts.ada)?.account_id).toBe(initech);
});

test('when one fails and the node may not go on, the next one of the record is not sent', async () => {
	pylon.sim.faults.add({ kind: 'status', status: 403, operationId: 'updateIssue', nth: [2] });
	const { error } = await runPylon(pylon.credentials, rename, inputs);
	expect(error?.message).toContain('lacks permission');
	expect(paths()).toHaveLength(2);
	expect(pylon.sim.state.issues.get(first)?.title).toBe('one');
});

test('when one fails, the next one of the record is not sent, though its look-up was', async () => {
	const contact = pylon.sim.state.contacts.get(seedIds.contacts.carla)!;
	const emails = ['carla@globex.example', 'carla@home.example'];
	pylon.sim.state.contacts.set(contact.id, { ...contact, emails });
	pylon.sim.faults.add({ kind: 'status', status: 403, operationId: 'updateContact', nth: [1] });
	const { error } = await runPylon(
		pylon.credentials,
		{
			resource: 'contact',
			operation: 'update',
			contactId: byId('={{ $json.email }}'),
			updateFields: { name: 'C.' },
		},
		emails.map((email) => ({ email })),
	);
	expect(error?.message).toContain('lacks permission');
	expect(pylon.sim.countOf('searchContacts')).toBe(2);
	expect(pylon.sim.countOf('updateContact')).toBe(1);
});

test('with continue-on-fail the others go on', async () => {
	pylon.sim.faults.add({ kind: 'status', status: 403, operationId: 'updateIssue', nth: [2] });
	const { items } = await runPylon(pylon.credentials, rename, inputs, { continueOnFail: true });
	expect(items).toHaveLength(words.length);
	expect(pylon.sim.state.issues.get(first)?.title).toBe('seven');
});

test('other records do not wait', async () => {
	pylon.sim.faults.add({ kind: 'rate-limited', operationId: 'updateIssue', nth: [1] });
	const { globex } = seedIds.issues;
	await runPylon(pylon.credentials, { ...rename, issueId: byId('={{ $json.id }}') }, [
		{ id: first, word: 'one' },
		{ id: globex, word: 'two' },
	]);
	expect(paths()).toEqual([`/issues/${first}`, `/issues/${globex}`, `/issues/${first}`]);
});

test.each([
	['PATCH', '/contacts/1', true],
	['DELETE', '/tags/1', true],
	['PATCH', '/custom-objects/device/1', true],
	['POST', '/issues/1/reply', true],
	['POST', '/tasks/1/comments', true],
	['POST', '/import/issues/1/messages', true],
	['GET', '/issues/1', false],
	['POST', '/issues', false],
	['POST', '/issues/search', false],
	['POST', '/accounts/merge', false],
	['POST', '/custom-objects/device', false],
	['POST', '/custom-objects/device/search', false],
	['POST', '/knowledge-bases/1/articles', false],
	['PATCH', '/accounts', false],
] as const)('%s %s: takes turns %s', (method, path, expected) => {
	expect(writtenRecord(method, path)).toBe(expected ? `record ${path}` : undefined);
});
