import { Cleanup } from '../../../sandbox/n8n/cleanup';
import { type Sandbox, startSandbox } from '../../../sandbox/n8n/sandbox';

/** Starting n8n, and whatever a browser does on a busy machine, takes its time. */
export const TIMEOUT_MS = 300_000;

/**
 * Starts one sandbox before the tests of the calling file, and ends it after them.
 *
 * @returns a function that gives the sandbox, to be called inside tests
 */
export function useSandbox(): () => Sandbox {
	jest.setTimeout(TIMEOUT_MS);
	const cleanup = new Cleanup();
	let sandbox: Sandbox | undefined;
	beforeAll(async () => {
		sandbox = await startSandbox(() => undefined, cleanup, process.env.PYLON_TARBALL);
	});
	afterAll(() => cleanup.run());
	return () => {
		if (!sandbox) throw new Error('the sandbox is not started yet');
		return sandbox;
	};
}
