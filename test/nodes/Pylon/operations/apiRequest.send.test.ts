import type { INodeParameters } from 'n8n-workflow';
import { templateOf } from '../../../../nodes/shared/api/endpoints';
import { addContacts, seedIds } from '../../../../sandbox/pylon';
import { operations } from '../../../../sandbox/pylon/document';
import { withLoopback } from '../../../support/loopback';
import { withPylon } from '../../../support/pylon';
import { errorOf, runPylon } from '../../shared/client/support/run';
import { withVirtualTime } from '../../shared/client/support/virtualTime';

const pylon = withPylon();

withVirtualTime();
const loopback = withLoopback();

const send = async (parameters: INodeParameters, inputs = [{}], credentials = pylon.credentials) =>
	await runPylon(credentials, { resource: 'apiRequest', operation: 'send', ...parameters }, inputs);

describe('records', () => {
	const contacts = (more: INodeParameters) => ({
		path: '/contacts',
		specifyQuery: 'json',
		queryJson: '{"limit":3}',
		...more,
	});

	test('of all pages, each linked to its input', async () => {
		const there = pylon.sim.state.contacts.size;
		addContacts(pylon.sim.state, 10);
		const { items } = await send(contacts({ returnAll: true }), [{}, {}]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1].flatMap((item) => Array.from({ length: there + 10 }, () => ({ item }))),
		);
		expect(
			pylon.sim.requests.filter(({ query }) => query.cursor !== undefined).length,
		).toBeGreaterThan(2);
	});

	test('up to the limit, with no page too many', async () => {
		addContacts(pylon.sim.state, 10);
		const { items } = await send(contacts({ limit: 4 }));
		expect(items).toHaveLength(4);
		expect(pylon.sim.requests.map(({ query }) => query.limit)).toEqual(['3', '3']);
	});

	test('of a search: the mark of the page goes into the body', async () => {
		addContacts(pylon.sim.state, 5);
		const body =
			'{"limit":2,"filter":{"field":"email","operator":"string_contains","value":"@bulk.example"}}';
		const { items } = await send({
			method: 'POST',
			path: '/contacts/search',
			body,
			returnAll: true,
		});
		expect(items).toHaveLength(5);
		expect(pylon.sim.requests.map(({ body: sent }) => Object.keys(sent as object))).toEqual([
			['limit', 'filter'],
			['limit', 'filter', 'cursor'],
			['limit', 'filter', 'cursor'],
		]);
	});

	test('of a delete', async () => {
		const { items } = await send({ method: 'DELETE', path: `/contacts/${seedIds.contacts.ben}` });
		expect(items).toMatchObject([{ json: { deleted: true }, pairedItem: { item: 0 } }]);
		expect(pylon.sim.state.contacts.has(seedIds.contacts.ben)).toBe(false);
	});

	test('of a list that is empty', async () => {
		const { items } = await send({ path: `/issues/${seedIds.issues.first}/voice-calls` });
		expect(items).toEqual([]);
	});
});

describe('full response', () => {
	test('one page as it came', async () => {
		addContacts(pylon.sim.state, 5);
		const { items } = await send({
			path: '/contacts',
			specifyQuery: 'json',
			queryJson: { limit: 2 } as never,
			response: 'fullResponse',
		});
		expect(items).toMatchObject([
			{
				json: {
					data: [{}, {}],
					pagination: { has_next_page: true },
					request_id: expect.any(String),
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	test.each([
		[200, '{"anything":1}', { anything: 1 }],
		[204, '', { success: true }],
	])(
		'status %d with %j, of an endpoint with an envelope of its own or none',
		async (status, text, json) => {
			const { url: baseUrl } = await loopback.serve((_, response) => {
				response.writeHead(status, { 'content-type': 'application/json' }).end(text);
			});
			const { items, error } = await send(
				{ path: '/new/endpoint', response: 'fullResponse' },
				[{}],
				{ ...pylon.credentials, baseUrl },
			);
			expect(error).toBeUndefined();
			expect(items).toEqual([{ json, pairedItem: { item: 0 } }]);
		},
	);
});

describe('messages', () => {
	test('no such record', async () => {
		const { error } = await send({ path: '/contacts/nobody' });
		expect(error).toMatchObject({
			httpCode: '404',
			message: expect.stringContaining('Pylon has nothing under /contacts/nobody'),
		});
	});

	test('no such endpoint', async () => {
		const { error } = await send({ path: '/no-such/endpoint' });
		expect(error).toMatchObject({
			message: expect.stringContaining('has no endpoint /no-such/endpoint'),
			description: expect.stringContaining(
				"Compare 'Method' and 'Path' with Pylon's API reference.",
			),
		});
	});

	test('a web page is no answer', async () => {
		pylon.sim.faults.add({ kind: 'html', status: 200 });
		const { error } = await send({
			path: '/me',
			response: 'fullResponse',
			requestOptions: { maxTries: 1 },
		});
		expect(error?.message).toContain('web page');
	});

	test('the item that does not go through', async () => {
		const parameters = { resource: 'apiRequest', operation: 'send', path: '={{ $json.path }}' };
		const { items } = await runPylon(
			pylon.credentials,
			parameters,
			[{ path: '/me' }, { path: 'https://example.com/me' }],
			{
				continueOnFail: true,
			},
		);
		expect(items).toMatchObject([
			{ json: { id: expect.any(String) } },
			{ pairedItem: { item: 1 } },
		]);
		expect(errorOf(items[1])?.message).toContain("'Path' points to a different address");
	});
});

describe('names that JavaScript has for itself would fall away on the way', () => {
	test.each(['__proto__', 'constructor', 'prototype'])('%s is refused', async (name) => {
		const json = `{"a":{"list":[{"${name}":1}]}}`;
		for (const more of [
			{ method: 'POST', path: '/tags', body: json },
			{ path: `/tags?${name}=1` },
			{ path: '/tags', queryParameters: { parameter: [{ name, value: '1' }] } },
			{ path: '/tags', specifyQuery: 'json', queryJson: `{"${name}":"1"}` },
		]) {
			expect((await send(more)).error?.message).toMatch(
				new RegExp(`has the property '${name}', which cannot be sent$`),
			);
		}
		expect(pylon.sim.requests).toEqual([]);
	});
});

test('a body that is nested too deeply is refused', async () => {
	const body = `{"a":${'['.repeat(200)}${']'.repeat(200)}}`;
	expect((await send({ method: 'POST', path: '/tags', body })).error?.message).toMatch(
		/is nested too deeply/,
	);
	expect(pylon.sim.requests).toEqual([]);
});

test('templates are those of openapi.yaml', () => {
	for (const { path } of operations.values()) {
		expect(templateOf(path.replace(/\{\w+\}/g, '5f0c9a3e-8a55-4d0c-9a0e-1f1f5b0d2c11'))).toBe(
			path.replace(/\{\w+\}/g, '{}'),
		);
	}
});
