import {
	startSimulatedPylon,
	type SimulatedPylon,
	type SimulatedPylonOptions,
} from '../../sandbox/pylon';
import type { CredentialData } from './additionalData';

/** The signing secret in `credentials` of `withPylon`. */
export const WEBHOOK_SECRET = 'whsec-of-the-tests';

export interface PylonUnderTest {
	readonly sim: SimulatedPylon;
	/** Decrypted data of a credential for the simulated US region. */
	readonly credentials: CredentialData;
}

/** Decrypted data of a credential that points at the simulated Pylon; a full-access US token, if not told otherwise. */
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
 * Starts a simulated Pylon for the tests of a file or `describe` block, ends it after them, and begins every test
 * with the seeded records, fresh limits, an empty log, and no faults but those of `options`. It is strict, unlike Pylon:
 * a property that the API does not have is refused, so that a wrong name of the node's fails a test. Use its fields
 * inside tests only: before them it is not there yet.
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
