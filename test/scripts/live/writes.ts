import type { FaultRule, SimulatedPylon } from '../../../sandbox/pylon';
import { ready } from '../../../sandbox/pylon/router';
import { asker } from '../../../scripts/live/ask';
import { lineOf } from '../../../scripts/live/report';
import type { Findings, Surroundings } from '../../../scripts/live/run';
import { runWrites } from '../../../scripts/live/write';
import type { PylonUnderTest } from '../../support/pylon';

/** Name of the account that is written to. */
export const SCRATCH = 'n8n scratch';

/**
 * @param sim the simulated Pylon
 * @returns what the workspace holds, without what the check leaves alone
 */
export const contents = ({ state }: SimulatedPylon) => ({
	accounts: [...state.accounts.keys()].sort(),
	contacts: [...state.contacts.keys()].sort(),
	issues: [...state.issues.keys()].sort(),
});

/**
 * Makes what tests of the writes need.
 *
 * @param pylon that is written to
 * @returns `createScratch` makes the account that is written to; `tryWrites` makes it, tries what writes, with a fault and
 *   other surroundings where they are given, and says what it found and left
 */
export function writesOn(pylon: PylonUnderTest) {
	const createScratch = async (): Promise<void> => {
		const { url, tokens } = pylon.sim;
		const response = await fetch(`${url}/accounts`, {
			method: 'POST',
			headers: { authorization: `Bearer ${tokens.us}`, 'content-type': 'application/json' },
			body: JSON.stringify({ name: SCRATCH }),
		});
		expect(response.status).toBe(200);
	};
	const tryWrites = async (
		fault?: FaultRule,
		more: Partial<Surroundings> = {},
	): Promise<{ run: Findings; lines: string; isClean: boolean }> => {
		await ready;
		await createScratch();
		const before = contents(pylon.sim);
		if (fault) pylon.sim.faults.add(fault);
		const lines: string[] = [];
		const run = await runWrites(
			{
				ask: asker(pylon.sim.url, pylon.sim.tokens.us),
				wait: async () => await Promise.resolve(),
				found: (finding) => lines.push(lineOf(finding)),
				waiting: () => undefined,
				...more,
			},
			SCRATCH,
		);
		const isClean = JSON.stringify(contents(pylon.sim)) === JSON.stringify(before);
		return { run, lines: lines.join('\n'), isClean };
	};
	return { createScratch, tryWrites };
}
