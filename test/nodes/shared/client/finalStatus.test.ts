import { EventEmitter } from 'node:events';
import type { IWebhookFunctions } from 'n8n-workflow';
import { clock } from '../../../../nodes/shared/client/clock';
import { finalStatus } from '../../../../nodes/shared/client/finalStatus';

const { beat } = clock;

afterEach(() => {
	clock.beat = beat;
});

/** A response of a call whose sender goes away at once. */
function left() {
	const response = Object.assign(new EventEmitter(), {
		writableEnded: false,
		destroyed: true,
		statusCode: 200,
	});
	const asResponse = response as unknown as ReturnType<IWebhookFunctions['getResponseObject']>;
	return { response, status: finalStatus(asResponse) };
}

test('the status counts that n8n chooses after the sender has gone away', async () => {
	clock.beat = async () => await new Promise((resolve) => setImmediate(resolve));
	const { response, status } = left();
	Object.assign(response, { statusCode: 500, writableEnded: true });
	expect(await status).toBe(500);
});

test('a response that n8n never ends is looked at for a minute', async () => {
	let waited = 0;
	clock.beat = async (ms) => {
		waited += ms;
		await Promise.resolve();
	};
	expect(await left().status).toBe(200);
	expect(waited).toBe(60_000);
});
