import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NodeHelpers, type INodeProperties } from 'n8n-workflow';
import type { Check, N8nUnderTest } from '../check';
import type { Json } from '../support/flow';

/** Runs the credential's test with some other values, as the editor does on saving. */
async function test({ api, credential }: N8nUnderTest, changes: Json) {
	const { id, name, type, data } = credential;
	return await api.testCredential(id, { name, type, data: { ...data, ...changes } });
}

async function refused(n8n: N8nUnderTest, changes: Json, reason: RegExp): Promise<void> {
	const { status, message } = await test(n8n, changes);
	assert.equal(status, 'Error');
	assert.match(message, reason);
}

/** A web server that is not Pylon. */
async function webPage(n8n: N8nUnderTest): Promise<string> {
	const server = createServer((_, response) =>
		response.setHeader('content-type', 'text/html').end('<html><body>Hello</body></html>'),
	);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	n8n.after(async () => {
		server.closeAllConnections();
		server.close();
	});
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const NO_ADDRESS = 'pylon dot com';

/** What the form of the credential says when this is put into 'Base URL', by the description that this n8n serves. */
async function noticesFor({ api }: N8nUnderTest, baseUrl: string): Promise<string[]> {
	const response = await api.rest.fetch('/types/credentials.json');
	const types = (await response.json()) as Array<{ name: string; properties: INodeProperties[] }>;
	const properties = types.find(({ name }) => name === 'pylonApi')?.properties ?? [];
	return properties
		.filter(
			(property) =>
				property.type === 'notice' &&
				NodeHelpers.displayParameter({ region: 'custom', baseUrl }, property, null, null),
		)
		.map(({ displayName }) => displayName);
}

export const credential: Check[] = [
	{
		id: 'f1',
		title: 'Credential test: accepts a valid token',
		async run(n8n) {
			const { status, message } = await test(n8n, {});
			assert.equal(status, 'OK', message);
		},
	},
	{
		id: 'f2',
		title: 'Credential test: refuses an unknown token with the reason',
		run: async (n8n) =>
			await refused(n8n, { apiToken: 'no-such-token' }, /does not know this API token/),
	},
	{
		id: 'f3',
		title: 'Credential test: refuses a token of the other region with the reason',
		run: async (n8n) =>
			await refused(n8n, { apiToken: n8n.pylon.tokens.eu }, /other (Pylon )?region/),
	},
	{
		id: 'f4',
		title: 'Credential test: refuses a host that is not Pylon with the reason',
		run: async (n8n) => await refused(n8n, { baseUrl: await webPage(n8n) }, /not from Pylon's API/),
	},
	{
		id: 'f5',
		title: 'Credential: an invalid base URL is explained by the test or in the form',
		async run(n8n) {
			const { status, message } = await test(n8n, { baseUrl: NO_ADDRESS });
			assert.equal(status, 'Error');
			if (/^(?=.*URL)(\S+ ){3,}/.test(message)) return;
			const shown = await noticesFor(n8n, NO_ADDRESS);
			assert.match(
				shown.join(' '),
				/'Base URL' has to/,
				`The test says '${message}', the form: ${shown.join(' ') || 'nothing'}`,
			);
		},
	},
];
