import { sleep, type IWebhookFunctions } from 'n8n-workflow';
import { finalStatus } from '../../shared/client/finalStatus';
import type { RememberedDelivery } from './decision';

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

const PAUSE_MS = 5;

/**
 * Makes n8n save what the trigger remembers. n8n 2.41 marks a change of the static data in the data itself, removes the mark
 * when it starts the execution (`workflow-runner.js`, `establishContextForPersistence`: a second Workflow made from the same
 * object), and only then, right before it answers, looks for the mark to save the data (`live-webhooks.js`). So the change
 * is made again and again until the call is answered. When n8n could not start an execution, the delivery is forgotten, so
 * that the sender's next try is new, also where the sender did not wait for the answer.
 * @param response the response of the call that is about to start an execution
 * @param delivery the delivery that was taken
 */
export async function persistStaticData(
	response: Response,
	delivery: RememberedDelivery,
): Promise<void> {
	const undone = finalStatus(response).then((status) => {
		if (status >= 500) delivery.undo();
	});
	const isAnswered = () => response.writableEnded || response.destroyed;
	for (let pause = 0; !isAnswered(); pause = PAUSE_MS) {
		await sleep(pause);
		if (!isAnswered()) delivery.touch();
	}
	await undone;
}
