import { sleep, type IWebhookFunctions } from 'n8n-workflow';
import type { RememberedDelivery } from './decision';

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

const PAUSE_MS = 5;

/**
 * Sees to it that n8n saves what the trigger remembers. n8n 2.41 notes a change of the static data in the data itself,
 * takes the note away again when it starts the execution (`workflow-runner.js`, `establishContextForPersistence`: a second
 * Workflow made from the same object), and only then, right before it answers, looks for the note to save
 * (`live-webhooks.js`). So the change is made again until the call is answered.
 * When n8n answers that no execution could be started, the delivery is forgotten, so that the sender's next try is new.
 * @param response of the call that is about to start an execution
 */
export async function persistStaticData(
	response: Response,
	delivery: RememberedDelivery,
): Promise<void> {
	response.once('finish', () => {
		if (response.statusCode >= 500) delivery.undo();
	});
	const isAnswered = () => response.writableEnded || response.destroyed;
	for (let pause = 0; !isAnswered(); pause = PAUSE_MS) {
		await sleep(pause);
		if (!isAnswered()) delivery.touch();
	}
}
