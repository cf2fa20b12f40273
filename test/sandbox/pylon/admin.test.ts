import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { seedIds, signBody } from '../../../sandbox/pylon';
import { withPylon, type Json } from './support';

const bench = withPylon({ webhook: { url: 'http://127.0.0.1:1/hook', secret: 's' } });

async function admin(
	method: string,
	path: string,
	body?: unknown,
	headers: Record<string, string> = {},
): Promise<{ status: number; body: Json }> {
	const response = await fetch(`${bench().sim.url}/_simulated/${path}`, {
		method,
		headers,
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	return { status: response.status, body: (await response.json()) as Json };
}

test('the page loads, says what it is, and needs nothing from elsewhere', async () => {
	const response = await fetch(`${bench().sim.url}/`);
	const html = await response.text();
	expect([response.status, response.headers.get('content-type')]).toEqual([
		200,
		'text/html; charset=utf-8',
	]);
	expect(html).toContain('<title>Simulated Pylon</title>');
	expect(html).toContain('This is not Pylon');
	expect(html).not.toMatch(/(src|href)="(?!data:)/);
	expect(bench().sim.requests).toEqual([]);
});

test('state and records, with the name of a contact’s account', async () => {
	expect((await admin('GET', 'state')).body).toMatchObject({
		counts: { contacts: 20, accounts: 8, issues: 12 },
		webhook: { secret: 's' },
	});
	await bench().call('PATCH', `/contacts/${seedIds.contacts.ada}`, {
		account_id: seedIds.accounts.globex,
	});
	const { contacts } = (await admin('GET', 'records')).body;
	expect(contacts[0]).toMatchObject({ id: seedIds.contacts.ada, account_name: 'Globex' });
});

test('the requests received, newest first', async () => {
	await bench().get('/me');
	await bench().get('/nope');
	const { body } = await admin('GET', 'requests?last=1');
	expect(body).toMatchObject([
		{ path: '/nope', status: 404, outcome: 'refused: Not a valid API URL!' },
	]);
	expect((await admin('GET', 'requests')).body).toHaveLength(2);
});

test('limits and faults are switched', async () => {
	await admin('PUT', 'limits', { limits: { perMinute: 0 } });
	expect((await bench().get('/me')).status).toBe(429);
	expect((await admin('GET', 'limits')).body).toEqual({ limits: { perMinute: 0 } });
	await admin('PUT', 'limits', { limits: false });
	const { id } = (await admin('POST', 'faults', { kind: 'status', status: 503 })).body;
	expect((await bench().get('/me')).status).toBe(503);
	expect((await admin('GET', 'faults')).body).toEqual({
		faults: [{ id, kind: 'status', status: 503 }],
		schedule: null,
	});
	await admin('DELETE', `faults/${id}`);
	expect((await bench().get('/me')).status).toBe(200);
	await admin('PUT', 'schedule', { seed: 1, mix: [{ kind: 'status', status: 500, share: 1 }] });
	expect((await bench().get('/me')).status).toBe(500);
	await admin('DELETE', 'faults');
	expect((await bench().get('/me')).status).toBe(200);
});

test('a webhook is sent to where the settings say', async () => {
	const bodies: string[] = [];
	const receiver = createServer((request, response) => {
		request.on('data', (chunk) => bodies.push(String(chunk)));
		request.on('end', () => response.end(String(request.headers['x-pylon-signature'])));
	});
	await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
	const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
	const object = { type: 'contact', id: seedIds.contacts.ada };
	await admin('PUT', 'webhook', {
		url,
		secret: 'changed',
		template: '{"contact":"{{contact.id}}"}',
	});
	expect((await admin('GET', 'webhook')).body.webhook).toMatchObject({ url, secret: 'changed' });
	const sent = await admin('POST', 'webhooks', {
		object,
		template: '{"contact":"{{contact.id}}"}',
	});
	expect(bodies).toEqual([`{"contact":"${seedIds.contacts.ada}"}`]);
	expect(sent.body).toEqual({ status: 200, body: signBody('changed', bodies[0]) });
	receiver.closeAllConnections();
	await new Promise((resolve) => receiver.close(resolve));
	const failed = await admin('POST', 'webhooks', { object });
	expect(failed.status).toBe(400);
	expect(failed.body.error).toContain('could not be delivered');
	expect((await admin('POST', 'webhooks', {})).body.error).toContain('are needed');
});

test('a reset puts the first records back and forgets the rest', async () => {
	await bench().call('DELETE', `/contacts/${seedIds.contacts.ada}`);
	await admin('POST', 'faults', { kind: 'reset' });
	await admin('POST', 'reset');
	expect(bench().sim.state.contacts.size).toBe(20);
	expect(bench().sim.requests).toEqual([]);
	expect(bench().sim.faults.list()).toEqual([]);
});

test('what is not there, not JSON, or from another site is refused', async () => {
	expect((await admin('GET', 'nope')).status).toBe(404);
	expect((await admin('PUT', 'limits', undefined, { origin: 'http://other.example' })).status).toBe(
		403,
	);
	const response = await fetch(`${bench().sim.url}/_simulated/limits`, {
		method: 'PUT',
		body: 'not json',
	});
	expect(response.status).toBe(400);
});

test('the same seed gives the same ids at every start', async () => {
	const before = [...bench().sim.state.contacts.keys()];
	bench().sim.resetState();
	expect([...bench().sim.state.contacts.keys()]).toEqual(before);
	const { state } = bench().sim;
	expect(state.contacts.get(seedIds.contacts.ada)?.name).toBe('Ada Example');
	expect(state.contacts.get(seedIds.contacts.dmitri)).toMatchObject({
		name: 'Dmitri Novak',
		account_id: seedIds.accounts.initech,
	});
	expect(state.accounts.get(seedIds.accounts.initechDuplicate)?.name).toBe('Initech (old CRM)');
	expect(state.accounts.get(seedIds.accounts.harbor)?.name).toBe('Harbor Hotels');
	expect(state.users.get(seedIds.users.rosa)?.is_deactivated).toBe(true);
	expect(state.tags.get(seedIds.tags.billing)).toMatchObject({
		object_type: 'issue',
		value: 'billing',
	});
	expect(state.issues.get(seedIds.issues.initech)?.account_id).toBe(seedIds.accounts.initech);
	expect(state.teams.get(seedIds.teams.escalations)?.name).toBe('Escalations');
});
