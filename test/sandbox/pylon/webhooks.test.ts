import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { renderTemplate, seedIds, signBody, webhookTemplates } from '../../../sandbox/pylon';
import { SIGNATURES } from '../../support/signatureVectors';
import { withPylon } from './support';

const bench = withPylon();
const received: Array<{ headers: IncomingHttpHeaders; body: string; method?: string }> = [];
let statuses: number[] = [];
let receiver: Server;
let url: string;

beforeAll(async () => {
	receiver = createServer((request, response) => {
		let body = '';
		request.on('data', (chunk: Buffer) => (body += String(chunk)));
		request.on('end', () => {
			received.push({ headers: request.headers, body, method: request.method });
			response.writeHead(statuses.shift() ?? 200).end('thanks');
		});
	});
	await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
	url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
});
beforeEach(() => {
	received.length = 0;
	statuses = [];
});
afterAll(() => {
	receiver.closeAllConnections();
	receiver.close();
});

const secret = 'test-secret';
const object = { type: 'issue', id: seedIds.issues.globex } as const;

test.each(SIGNATURES)('the signature with %s of %s', (key, body, signature) => {
	expect(signBody(key, body)).toBe(signature);
	expect(signBody(key, Buffer.from(body))).toBe(signature);
});

test('a webhook is a signed POST of JSON', async () => {
	expect(await bench().sim.sendWebhook({ url, secret, object })).toEqual({
		status: 200,
		body: 'thanks',
	});
	const [{ headers, body, method }] = received;
	expect(method).toBe('POST');
	expect(headers).toMatchObject({
		'content-type': 'application/json',
		'x-pylon-signature': signBody(secret, body),
	});
	expect(JSON.parse(body)).toEqual({
		event: 'issue_created',
		issue_id: seedIds.issues.globex,
		contact_id: seedIds.contacts.carla,
	});
});

test('the event chooses the template; other objects get their id', async () => {
	const { sim } = bench();
	await sim.sendWebhook({ url, secret, object, event: 'issue_message' });
	await sim.sendWebhook({
		url,
		secret,
		object: { type: 'contact', id: seedIds.contacts.ada },
		event: 'contact_changed',
	});
	await sim.sendWebhook({ url, secret, object: { type: 'account', id: seedIds.accounts.globex } });
	const [message, contact, account] = received.map(
		({ body }) => JSON.parse(body) as Record<string, string>,
	);
	expect(sim.state.messages.has(message.message_id)).toBe(true);
	expect(contact).toEqual({ event: 'contact_changed', contact_id: seedIds.contacts.ada });
	expect(account).toEqual({ event: 'account_created', account_id: seedIds.accounts.globex });
});

test('all default templates give JSON', async () => {
	for (const event of Object.keys(webhookTemplates))
		await bench().sim.sendWebhook({ url, secret, object, event });
	expect(received.map(({ body }) => (JSON.parse(body) as { event: string }).event)).toEqual(
		Object.keys(webhookTemplates),
	);
});

test('variables of all objects', async () => {
	const { sim } = bench();
	await sim.sendWebhook({
		url,
		secret,
		object,
		template:
			'{{issue.title}}|{{ issue.number }}|{{{issue.state}}}|{{issue.requester.first_name}}|{{issue.requester.email}}|{{issue.account.name}}|' +
			'{{issue.assignee.email}}|{{issue.team.name}}|{{issue.last_message.author.name}}|{{issue.custom_fields.product_area}}|{{issue.tags}}',
	});
	expect(received[0].body).toBe(
		'Invoice shows the wrong currency|102|waiting_on_you|Carla|carla@globex.example|Globex|omar@northwind.example|Support|Carla Diaz|billing|[\\"billing\\"]',
	);
});

test('an issue that a user opened, and slugs with dots', async () => {
	const { sim } = bench();
	const template =
		'{{issue.requester.first_name}}|{{issue.requester.email}}|{{issue.custom_fields.chat_widget.os}}|{{issue.custom_fields.platforms}}';
	for (const id of [seedIds.issues.byUser, seedIds.issues.form]) {
		await sim.sendWebhook({ url, secret: 's', object: { type: 'issue', id }, template });
	}
	expect(received.map(({ body }) => body)).toEqual([
		'Omar|omar@northwind.example||',
		'Elena|elena@globex.example|Linux|[\\"web\\",\\"ios\\"]',
	]);
});

test('escaping and unknown variables are switches', () => {
	const variables = { issue: { title: 'A "quoted"\nline\\' } };
	expect(renderTemplate('{"t":"{{issue.title}}"}', variables)).toBe(
		'{"t":"A \\"quoted\\"\\nline\\\\"}',
	);
	expect(renderTemplate('{{issue.title}}', variables, { escaping: false })).toBe(
		'A "quoted"\nline\\',
	);
	expect(renderTemplate('[{{issue.nothing}}{{a.b.c}}]', variables)).toBe('[]');
	expect(renderTemplate('[{{ issue.nothing }}]', variables, { unknownVariable: 'literal' })).toBe(
		'[{{ issue.nothing }}]',
	);
	expect(renderTemplate('{{Issue.Title}} {issue.title}', variables)).toBe(
		'{{Issue.Title}} {issue.title}',
	);
});

test('body, signature and headers can be tampered with', async () => {
	const { sim } = bench();
	await sim.sendWebhook({ url, secret, object, tamper: { body: '{"other":true}' } });
	expect(received[0].body).toBe('{"other":true}');
	expect(received[0].headers['x-pylon-signature']).not.toBe(signBody(secret, received[0].body));
	await sim.sendWebhook({
		url,
		secret,
		object,
		tamper: { signature: 'abc', headers: { 'content-type': 'text/plain', 'x-more': ['1', '2'] } },
	});
	expect(received[1].headers).toMatchObject({
		'x-pylon-signature': 'abc',
		'content-type': 'text/plain',
		'x-more': '1, 2',
	});
	await sim.sendWebhook({ url, secret, object, tamper: { headers: { 'x-pylon-signature': [] } } });
	expect(received[2].headers).not.toHaveProperty('x-pylon-signature');
});

test('a delivery that fails is sent again as often as told, with the same bytes', async () => {
	statuses = [500, 500, 200];
	expect((await bench().sim.sendWebhook({ url, secret, object, retries: 1 })).status).toBe(500);
	expect(received).toHaveLength(2);
	statuses = [500, 500, 200];
	expect((await bench().sim.sendWebhook({ url, secret, object, retries: 5 })).status).toBe(200);
	expect(received).toHaveLength(5);
	expect(new Set(received.map(({ body }) => body)).size).toBe(1);
});

test('an object that does not exist, or a receiver that is not there, is an error', async () => {
	await expect(
		bench().sim.sendWebhook({ url, secret, object: { type: 'issue', id: 'none' } }),
	).rejects.toThrow('No issue "none"');
	const spare = createServer();
	await new Promise<void>((resolve) => spare.listen(0, '127.0.0.1', resolve));
	const { port } = spare.address() as AddressInfo;
	await new Promise((resolve) => spare.close(resolve));
	await expect(
		bench().sim.sendWebhook({ url: `http://127.0.0.1:${port}`, secret, object, retries: 1 }),
	).rejects.toThrow('could not be delivered');
});
