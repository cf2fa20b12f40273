import {
	startSimulatedPylon,
	type SimulatedPylon,
	type SimulatedPylonOptions,
} from '../../sandbox/pylon';
import type { CredentialData } from './additionalData';

/** The signing secret in `credentials` of `withPylon`. */
export const WEBHOOK_SECRET = 'whsec-of-the-tests';

/** A simulated Pylon for tests, and a credential for it. */
export interface PylonUnderTest {
	readonly sim: SimulatedPylon;
	/** Decrypted data of a credential for the simulated US region. */
	readonly credentials: CredentialData;
}

/**
 * Makes the decrypted data of a credential that leads to the simulated Pylon, with a full-access US token.
 *
 * @param sim the simulated Pylon
 * @param changes fields that are to be different
 * @returns the data
 */
export const credentialsFor = (
	sim: SimulatedPylon,
	changes: CredentialData = {},
): CredentialData => ({
	region: 'custom',
	baseUrl: sim.url,
	apiToken: sim.tokens.us,
	useWithTrigger: true,
	webhookSecret: WEBHOOK_SECRET,
	previousWebhookSecret: '',
	...changes,
});

/**
 * Starts a simulated Pylon for the tests of a file or `describe` block, ends it after them, and begins every test with
 * the seeded records, fresh limits, an empty log, and no faults but those of `options`. It is strict, unlike Pylon: it
 * refuses a property that the API does not have, so that a wrong name of the node's fails a test.
 *
 * @param options of the simulated Pylon
 * @returns both; they can be used inside tests only, since before them there is nothing yet
 */
export function withPylon(options?: SimulatedPylonOptions): PylonUnderTest {
	let running: SimulatedPylon | undefined;
	const sim = (): SimulatedPylon => {
		if (!running) throw new Error('The simulated Pylon runs inside tests only');
		return running;
	};
	beforeAll(async () => {
		running = await startSimulatedPylon({ strict: true, ...options });
	});
	beforeEach(() => {
		sim().resetState();
		sim().resetLog();
		sim().limits.reset();
		if (!options?.faults) sim().faults.clear();
	});
	afterAll(async () => {
		await running?.close();
	});
	return {
		get sim() {
			return sim();
		},
		get credentials() {
			return credentialsFor(sim());
		},
	};
}
