import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Agent } from 'node:http';
import axios from 'axios';
import { signBody } from '../sandbox/pylon';
import type { Setting } from './setting';

/** How many deliveries are under way at a time. */
export const AT_ONCE = 10;

/** Signs deliveries, and stands in a header for Header Auth. */
export const SECRET = 'bench-secret';

/** The header of each delivery that Header Auth checks. */
export const SECRET_HEADER = 'x-bench-secret';

/** One delivery of a webhook. */
export interface Delivery {
	body: Buffer;
	/** What it is signed with, if not with {@link SECRET}: forged. */
	secret?: string;
}

/**
 * Makes a payload as a template in Pylon makes it, filled up to a size.
 *
 * @param bytes how long it is to be
 * @returns JSON, longer than `bytes` only where its other fields alone are
 */
export function payloadOf(bytes: number): Buffer {
	const payload = { event: 'issue_created', issue_id: randomUUID(), text: '' };
	payload.text = 'x'.repeat(Math.max(0, bytes - JSON.stringify(payload).length));
	return Buffer.from(JSON.stringify(payload));
}

async function deliver(
	url: string,
	httpAgent: Agent,
	{ body, secret = SECRET }: Delivery,
): Promise<void> {
	const headers = {
		'content-type': 'application/json',
		'x-pylon-signature': signBody(secret, body),
		[SECRET_HEADER]: SECRET,
	};
	const { status } = await axios({
		method: 'POST',
		url,
		data: body,
		headers,
		httpAgent,
		proxy: false,
		maxRedirects: 0,
		validateStatus: () => true,
	});
	const isExpected = status === 200 || (secret !== SECRET && status === 401);
	if (!isExpected) throw new Error(`${url} answered ${status}`);
}

/**
 * Delivers all, {@link AT_ONCE} at a time.
 *
 * @param url where the trigger listens
 * @param deliveries in the order in which they are begun
 * @throws Error when a signed one is not answered with 200, or a forged one with neither 200 nor 401
 */
export async function deliverAll(url: string, deliveries: Delivery[]): Promise<void> {
	const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
	await Promise.all(deliveries.map(async (delivery) => await deliver(url, agent, delivery)));
	agent.destroy();
}

/**
 * How much processor time a process has taken so far (Linux, proc(5), which counts in hundredths of a second).
 *
 * @param pid its process id
 * @returns milliseconds
 */
export async function processorMs(pid: number): Promise<number> {
	const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return 10 * (Number(fields[11]) + Number(fields[12]));
}

/**
 * Stores a credential in n8n with the secret that deliveries are signed with.
 *
 * @param setting whose n8n it is stored in
 * @returns what a workflow needs to name it
 */
export async function signingCredential({
	api,
	pylon,
	credential: { type },
}: Setting): Promise<Setting['credential']> {
	const name = 'Pylon with secret';
	const data = {
		region: 'custom',
		baseUrl: pylon.url,
		apiToken: pylon.tokens.us,
		useWithTrigger: true,
		webhookSecret: SECRET,
	};
	return { id: await api.createCredential({ name, type, data }), name, type };
}
