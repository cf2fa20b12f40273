import type { IDataObject } from 'n8n-workflow';

import { limit, returnAll } from '../../../../nodes/Pylon/parameters/paging/pagingFields';
import { contactId } from '../../../../nodes/Pylon/parameters/record/commonRecordFields';
import type { Step } from '../../../../nodes/Pylon/run/operationPlan';
import { addContacts, seedIds, type Fault } from '../../../../sandbox/pylon';
import { runNode } from '../../../support/engine';
import { withPylon } from '../../../support/pylon';
import { doIt, nodeWith } from '../../shared/client/support/ownNode';
import { errorOf, itemsOf } from '../../shared/client/support/run';
import { withVirtualTime } from '../../shared/client/support/virtualTime';

const pylon = withPylon();
withVirtualTime();

describe('a delete', () => {
	const node = nodeWith({
		request: { method: 'DELETE', url: '/contacts/{contactId}' },
		fields: [contactId],
	});
	const run = async (id: string = seedIds.contacts.ada) => {
		const parameters = { ...doIt, contactId: { __rl: true, mode: 'id', value: id } };
		const { items } = await runNode({
			node,
			parameters,
			credentials: pylon.credentials,
			onError: 'continueRegularOutput',
		});
		return items;
	};

	test('says so', async () => {
		expect(await run()).toEqual([{ json: { deleted: true }, pairedItem: { item: 0 } }]);
	});

	test.each<[string, Fault]>([
		['the connection broke', { kind: 'reset', processed: true }],
		['it came as a 503', { kind: 'status', status: 503, processed: true }],
		['its JSON was cut off', { kind: 'cut-off' }],
		['it was empty', { kind: 'empty-body' }],
	])(
		'whose answer was lost (%s) has gone through when the record is gone the next time',
		async (_, fault) => {
			pylon.sim.faults.add({ ...fault, nth: [1] });
			expect(await run()).toEqual([{ json: { deleted: true }, pairedItem: { item: 0 } }]);
			expect(pylon.sim.requests.map(({ status }) => status).at(-1)).toBe(404);
		},
	);

	test('of a record that was never there has not', async () => {
		expect(errorOf((await run('nobody'))[0])).toMatchObject({ status: 404 });
		pylon.sim.faults.add({ kind: 'rate-limited', nth: [1] });
		expect(errorOf((await run('nobody'))[0])).toMatchObject({ status: 404 });
	});
});

describe('a handler', () => {
	const body = { title: 't', body_html: '<p>t</p>', account_id: seedIds.accounts.globex };

	test('that creates where its operation declares a search', async () => {
		const node = nodeWith({
			request: { method: 'POST', url: '/contacts/search' },
			safeToRepeat: true,
			run: async ({ request, send }) => {
				await send({ ...request, body: {} });
				return await send({ ...request, template: '/issues', body });
			},
		});
		pylon.sim.faults.add({ kind: 'reset', operationId: 'createIssue', processed: true });
		pylon.sim.faults.add({ kind: 'reset', operationId: 'searchContacts', nth: [1] });
		const { items } = await runNode({
			node,
			parameters: doIt,
			credentials: pylon.credentials,
			onError: 'continueRegularOutput',
		});
		expect(errorOf(items[0])).toMatchObject({ code: 'ECONNRESET', maybeProcessed: true });
		expect(pylon.sim.countOf('searchContacts')).toBe(2);
		expect(pylon.sim.countOf('createIssue')).toBe(1);
	});
});

describe('a request whose path belongs to another endpoint than its template', () => {
	test.each([
		['/contacts/search', '/issues'],
		['/issues', '/contacts/search'],
	])('%s, but %s: one of them may not be repeated', async (template, path) => {
		const node = nodeWith({
			request: { method: 'GET', url: '/me' },
			run: async ({ send }) => await send({ method: 'POST', template, path, body: {} }),
		});
		pylon.sim.faults.add({ kind: 'reset' });
		const { error } = await runNode({ node, parameters: doIt, credentials: pylon.credentials });
		expect(error?.message).toContain('The connection to Pylon broke');
		expect(pylon.sim.requests).toHaveLength(1);
	});
});

test('steps run in their order, on the request of their own item', async () => {
	const add = (word: string): Step =>
		function (request) {
			const { text = '' } = (request.body ?? {}) as IDataObject;
			request.body = {
				search_text: undefined,
				text: `${String(text)}${word}${this.getItemIndex()} `,
			};
		};
	const search: Step = function (request) {
		request.body = { search_text: (request.body as IDataObject).text };
	};
	const node = nodeWith({
		request: { method: 'POST', url: '/contacts/search' },
		safeToRepeat: true,
		validate: [add('a'), add('b'), search],
	});
	await runNode({ node, parameters: doIt, items: itemsOf({}, {}), credentials: pylon.credentials });
	expect(pylon.sim.requests.map(({ body }) => body)).toEqual([
		{ search_text: 'a0 b0 ' },
		{ search_text: 'a1 b1 ' },
	]);
});

test('a search keeps its filter on every page, in the body', async () => {
	pylon.sim.state.contacts.clear();
	addContacts(pylon.sim.state, 1500);
	const filter = { field: 'name', operator: 'string_contains', value: 'Contact' };
	const withFilter: Step = function (request) {
		request.body = { filter };
	};
	const node = nodeWith({
		request: { method: 'POST', url: '/contacts/search' },
		safeToRepeat: true,
		validate: [withFilter],
		list: { pageSize: 999 },
		fields: [returnAll, limit],
	});
	const { items } = await runNode({
		node,
		parameters: { ...doIt, returnAll: true },
		credentials: pylon.credentials,
	});
	expect(items).toHaveLength(1500);
	expect(pylon.sim.requests.map(({ body }) => body)).toEqual([
		{ filter, limit: 999 },
		{ filter, limit: 999, cursor: expect.any(String) },
	]);
});

test('a list that comes whole is asked for without limit and cursor, and cut here', async () => {
	const node = nodeWith({
		request: { method: 'GET', url: '/tags' },
		list: { pageSize: 0 },
		fields: [returnAll, limit],
	});
	const { items } = await runNode({
		node,
		parameters: { ...doIt, limit: 2 },
		credentials: pylon.credentials,
	});
	expect(items).toHaveLength(2);
	expect(pylon.sim.requests.map(({ query }) => query)).toEqual([{}]);
});

test('what goes wrong after a good answer is not taken for a broken connection', async () => {
	const node = nodeWith({
		request: { method: 'GET', url: '/me' },
		output: [
			async () => {
				throw new TypeError('no such field');
			},
		],
	});
	const { error } = await runNode({ node, parameters: doIt, credentials: pylon.credentials });
	expect(error?.message).toBe('no such field');
	expect(pylon.sim.requests).toHaveLength(1);
});
