import { Cleanup } from '../../../sandbox/n8n/cleanup';
import { runFolder } from '../../../sandbox/n8n/runFolder';
import { type Cluster, startCluster } from '../../../sandbox/queue/cluster';
import { probeSettings } from '../../support/n8nMemory';

/** The longest test of all, on a busy machine. */
const TIMEOUT_MS = 45 * 60_000;

/**
 * Starts one n8n in queue mode before the tests of the calling file, and ends it after them.
 *
 * @returns a function that gives it, to be called inside tests
 */
export function useCluster(): () => Cluster {
	jest.setTimeout(TIMEOUT_MS);
	const cleanup = new Cleanup();
	let cluster: Cluster | undefined;
	beforeAll(async () => {
		cluster = await startCluster(
			(line) => process.stdout.write(`${line}\n`),
			cleanup,
			process.env.PYLON_TARBALL,
			probeSettings(runFolder()),
		);
	});
	afterAll(() => cleanup.run());
	return () => {
		if (!cluster) throw new Error('n8n is not started yet');
		return cluster;
	};
}
