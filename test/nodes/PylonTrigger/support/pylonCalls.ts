import { PylonTrigger } from '../../../../nodes/PylonTrigger/PylonTrigger.node';
import { WEBHOOK_SECRET, withPylon, type PylonUnderTest } from '../../../support/pylon';
import {
	deliver,
	listenForWebhooks,
	type Listener,
	type TriggerOptions,
} from '../../../support/webhook';
import { signed } from './deliveries';

/** A trigger beside a simulated Pylon that it can ask. */
export interface Bench {
	pylon: PylonUnderTest;
	listener: Listener;
	/** Starts the trigger, with a memory that is empty. */
	listen(parameters: object, options?: Partial<TriggerOptions>): Promise<void>;
	/** Sends a signed payload. */
	call(payload: object): ReturnType<typeof deliver>;
	/** The items of all executions so far. */
	items(): Array<Record<string, unknown>>;
	/** What Pylon was asked, e.g. `GET /me`. */
	asked(): string[];
}

/**
 * A trigger beside a simulated Pylon that it can ask, for the tests of a file.
 * @returns the simulated Pylon, and what tests do with the trigger once it listens
 */
export function withTrigger(): Bench {
	const pylon = withPylon();
	let listener: Listener | undefined;
	const bench: Bench = {
		pylon,
		get listener() {
			if (!listener) throw new Error('The trigger is not listening yet');
			return listener;
		},
		async listen(parameters, options = {}) {
			await listener?.close();
			listener = await listenForWebhooks({
				node: new PylonTrigger(),
				credentials: pylon.credentials,
				parameters: parameters as TriggerOptions['parameters'],
				...options,
			});
		},
		async call(payload) {
			const rawBody = JSON.stringify(payload);
			return await deliver(bench.listener.url, {
				rawBody,
				headers: signed(rawBody, WEBHOOK_SECRET),
			});
		},
		items: () => bench.listener.executions.map((items) => items[0][0].json),
		asked: () => pylon.sim.requests.map(({ method, path }) => `${method} ${path}`),
	};
	afterEach(async () => {
		await listener?.close();
		listener = undefined;
	});
	return bench;
}
