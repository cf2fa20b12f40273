import { PylonTrigger } from '../../../../nodes/PylonTrigger/PylonTrigger.node';
import { sign } from '../../../../nodes/PylonTrigger/receive/signature';
import {
	callTrigger,
	type Delivery,
	type TriggerOptions,
	type TriggerResult,
} from '../../../support/webhook';

export const SECRET = 'whsec-current-0123456789';
export const PREVIOUS = 'whsec-previous-9876543210';
export const HEADER_SECRET = 'header-current-5551234';
export const PREVIOUS_HEADER_SECRET = 'header-previous-4321555';
export const credentials = {
	apiToken: 'token-abcdef',
	useWithTrigger: true,
	rotateSecret: true,
	verifyByHeader: true,
	webhookSecret: SECRET,
	previousWebhookSecret: PREVIOUS,
	webhookHeaderSecret: HEADER_SECRET,
	previousWebhookHeaderSecret: PREVIOUS_HEADER_SECRET,
};
/**
 * @param data of a credential
 * @returns its texts, which nobody may be told
 */
export const secretsOf = (data: object): string[] =>
	Object.values(data).filter((value): value is string => typeof value === 'string');
export const PAYLOAD =
	'{"event":"issue_created","issue_id":"1f0c9a7e-0000-4000-8000-000000000001"}';

/**
 * @param rawBody of a delivery
 * @param secret of the webhook
 * @returns the headers that Pylon would send with it
 */
export const signed = (rawBody: Buffer | string, secret = SECRET): Record<string, string> => ({
	'content-type': 'application/json',
	'x-pylon-signature': sign(Buffer.from(rawBody), secret),
});

/**
 * Brings a properly signed delivery, where not told otherwise, to a trigger with both secrets that has received nothing
 * before.
 * @param changes what differs in the delivery, or in the trigger
 * @returns the answer, the items, and what was logged
 */
export async function deliverTo(
	changes: Partial<Delivery & TriggerOptions>,
): Promise<TriggerResult> {
	const rawBody = changes.rawBody ?? PAYLOAD;
	return await callTrigger({
		node: new PylonTrigger(),
		credentials,
		headers: signed(rawBody),
		...changes,
		rawBody,
	});
}

/**
 * Asserts that no execution was started, nothing thrown, and that neither answer nor log tells too much.
 * @param result of the call
 * @param status of HTTP that the caller has to get
 * @param check the reason that the log has to name
 * @param rawBody what was delivered
 */
export function expectRefusal(
	result: TriggerResult,
	status: number,
	check: string,
	rawBody: Buffer | string = PAYLOAD,
): void {
	expect({ status: result.status, thrown: result.thrown, items: result.workflowData }).toEqual({
		status,
	});
	expect(result.log).toMatchObject([
		{ level: 'warn', meta: { check, nodeName: 'Pylon Trigger', workflowId: 'test' } },
	]);
	expect((result.body as { message: string }).message).toMatch(/^[A-Z].+\.$/);

	const expected = [SECRET, PREVIOUS, ''].map((secret) => sign(Buffer.from(rawBody), secret));
	const told = JSON.stringify([result.body, result.headers, result.log]);
	for (const secret of [...secretsOf(credentials), ...expected]) expect(told).not.toContain(secret);
	if (rawBody.length > 10) expect(told).not.toContain(Buffer.from(rawBody).toString().slice(1, 10));
}
