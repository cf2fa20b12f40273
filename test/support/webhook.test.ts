import { gzipSync } from 'node:zlib';

import type { INodeProperties, INodeType, IWebhookFunctions } from 'n8n-workflow';

import { callTrigger } from './webhook';
import { activateTrigger, deactivateTrigger } from './webhookHooks';

const readsItself: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'hidden',
	default: { binaryData: true },
};

/** Answers as told by the header `x-say`; emits what it sees. */
const trigger = (properties: INodeProperties[] = []): INodeType => ({
	description: {
		displayName: 'Fixture Trigger',
		name: 'fixtureTrigger',
		group: ['trigger'],
		version: 1,
		description: 'Only for tests',
		defaults: { name: 'Fixture Trigger' },
		inputs: [],
		outputs: ['main'],
		webhooks: [
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'webhook' },
		],
		properties,
	},
	webhookMethods: {
		default: {
			checkExists: async () => false,
			async create() {
				if (this.getActivationMode() === 'manual') throw new Error('not now');
				return true;
			},
			delete: async () => true,
		},
	},
	async webhook(this: IWebhookFunctions) {
		const request = this.getRequestObject();
		const say: unknown = this.getHeaderData()['x-say'];
		this.logger.warn('called', { say });
		if (say === 'throw') throw new Error('thrown');
		if (say === 'nothing') return {};
		if (say === 'text') return { webhookResponse: 'text' };
		if (say === 'own') {
			this.getResponseObject().writeHead(418).end('own');
			return { noWebhookResponse: true };
		}
		const readByN8n = request.rawBody !== undefined;
		await request.readRawBody();
		const raw = request.rawBody.toString('hex');
		const mode = this.getMode();
		return { workflowData: [[{ json: { readByN8n, raw, mode, parsed: request.body ?? null } }]] };
	},
});

const json = { 'content-type': 'application/json' };
const hex = (text: string) => Buffer.from(text).toString('hex');

test('a call that starts an execution', async () => {
	const result = await callTrigger({ node: trigger(), rawBody: '{"a":1}', headers: json });
	expect(result).toMatchObject({ status: 200, body: 'firstEntryJson', log: [{ level: 'warn' }] });
	expect(result.workflowData?.[0][0].json).toEqual({
		readByN8n: true,
		raw: hex('{"a":1}'),
		mode: 'webhook',
		parsed: { a: 1 },
	});
});

test.each([
	['nothing', 200, { message: 'Webhook call received' }],
	['text', 200, 'text'],
	['own', 418, 'own'],
	['throw', 500, { message: 'Workflow Webhook Error: Workflow could not be started!' }],
])('a node that answers with %s starts no execution', async (say, status, body) => {
	const result = await callTrigger({
		node: trigger(),
		rawBody: '{}',
		headers: { ...json, 'x-say': say },
	});
	expect(result).toMatchObject({ status, body });
	expect(result.workflowData).toBeUndefined();
	expect(result.thrown !== undefined).toBe(say === 'throw');
});

test('n8n answers broken JSON before it calls the node', async () => {
	const result = await callTrigger({ node: trigger(), rawBody: '{', headers: json });
	expect(result).toMatchObject({ status: 422, log: [] });
});

test('a node with options.binaryData reads the body itself', async () => {
	const result = await callTrigger({
		node: trigger([readsItself]),
		rawBody: '{',
		headers: json,
		mode: 'manual',
	});
	expect(result.status).toBe(200);
	expect(result.workflowData?.[0][0].json).toEqual({
		readByN8n: false,
		raw: hex('{'),
		mode: 'manual',
		parsed: null,
	});
});

test('gzip is undone', async () => {
	const headers = { ...json, 'content-encoding': 'gzip' };
	const result = await callTrigger({ node: trigger(), rawBody: gzipSync('{"a":1}'), headers });
	expect(result.workflowData?.[0][0].json.raw).toBe(hex('{"a":1}'));
});

test('activation calls create, and reports what it throws', async () => {
	expect(await activateTrigger({ node: trigger() })).toEqual({
		called: ['checkExists', 'create'],
		log: [],
	});
	const listening = await activateTrigger({ node: trigger(), mode: 'manual' });
	expect(listening.error?.message).toBe('not now');
	expect((await deactivateTrigger({ node: trigger() })).called).toEqual(['delete']);
});
