import { NodeOperationError } from 'n8n-workflow';
import { PylonTrigger } from '../../../nodes/PylonTrigger/PylonTrigger.node';
import { deliver, listenForWebhooks } from '../../support/webhook';
import { credentials } from './support/deliveries';
import { odd, proven, unproven } from './support/hostileRows';

/** n8n's panel shows some hundred letters of a headline in one or two lines. */
const LONGEST = 120;

test('while testing, whatever is refused has a headline of one line, and below it what to do', async () => {
	const listener = await listenForWebhooks({
		node: new PylonTrigger(),
		mode: 'manual',
		credentials,
	});
	try {
		for (const [, , rawBody, headers] of [...unproven, ...proven, ...odd]) {
			await deliver(listener.url, { rawBody, headers });
		}
	} finally {
		await listener.close();
	}
	const refusals = listener.thrown.filter((error) => error instanceof NodeOperationError);
	expect(new Set(refusals.map(({ message }) => message)).size).toBeGreaterThan(10);
	const long = refusals.filter(
		({ message, description }) =>
			message.length > LONGEST || /\n|\.$|\. /.test(message) || !/\w/.test(description ?? ''),
	);
	expect(long.map(({ message }) => message)).toEqual([]);
});
