import { setTimeout as delay } from 'node:timers/promises';
import type { Cleanup } from '../../../sandbox/n8n/cleanup';
import { ensureN8n } from '../../../sandbox/n8n/install';
import { runFolder } from '../../../sandbox/n8n/runFolder';
import { type ConnectedN8n, startConnectedN8n } from '../../../sandbox/n8n/sandbox';
import { versionOf } from '../../../sandbox/queue/programs';
import { ended } from './executions';
import { FAULTS, type Hour, partsOf } from './hour';
import { Memory, probeSettings } from '../../support/n8nMemory';
import { Traffic } from './traffic';
import { publishAll, type Workflows } from './workflows';

/** A whole n8n after its hour. */
export interface Passed {
	n8n: ConnectedN8n;
	/** All that n8n has written. */
	log: () => string;
	versions: Record<'n8n' | 'Node', string>;
	workflows: Workflows;
	traffic: Traffic;
	/** At rest: the first sample is from before the hour, and then there is one for each part of it. */
	memory: Memory;
	/** How many requests Pylon got, how many of them a fault struck, and how many its limits refused. */
	requests: { all: number; struck: number; limited: number };
}

/**
 * Starts an n8n, lets the hour pass, and waits until all that came of it has ended.
 *
 * @param hour of this run
 * @param cleanup gets the steps that end and remove everything
 * @returns the n8n, which still runs, and all that was counted
 */
export async function passHour(hour: Hour, cleanup: Cleanup): Promise<Passed> {
	const say = (line: string) => process.stdout.write(`${line}\n`);
	const install = await ensureN8n(say);
	const probe = runFolder();
	const n8n = await startConnectedN8n(install, say, cleanup, process.env.PYLON_TARBALL, {
		...probeSettings(probe),
		N8N_LOG_LEVEL: 'debug',
	});
	let log = n8n.n8n.log(Infinity);
	n8n.n8n.onOutput((text) => {
		log += text;
	});
	const { api, pylon, credential } = n8n;
	const workflows = await publishAll({ api, credentials: { pylon: credential } }, hour.pollers);
	const traffic = new Traffic(hour, n8n.n8n.url, pylon, workflows);
	const memory = new Memory(probe, await n8n.n8n.programPid());
	await memory.sample();

	pylon.resetLog();
	pylon.limits.set({ perMinute: 'openapi', windowMs: hour.limitWindowMs });
	// A request that is struck three times at most goes through at its fourth try.
	pylon.faults.seededSchedule(hour.seed, FAULTS, { maxPerRequest: 3 });
	const kinds = ['deliveries', 'updates', 'tasks', 'issues', 'approvals'] as const;
	const begun = { deliveries: 0, updates: 0, tasks: 0, issues: 0, approvals: 0 };
	for (const [index, part] of partsOf(hour).entries()) {
		const begin = Date.now();
		const arriving: Array<Promise<void>> = [];
		for (const arrival of part) {
			await delay(Math.max(0, begin + arrival.at - Date.now()));
			if (arrival.kind !== 'deliveries') begun[arrival.kind]++;
			arriving.push(traffic.arrive(arrival));
		}
		await Promise.all(arriving);
		begun.deliveries = traffic.requested.deliveries.size;
		for (const kind of kinds) await ended(api, workflows[kind].id, begun[kind]);
		const { live, rss, handles, timers } = await memory.sample();
		say(
			`Part ${index + 1}: ${live.toFixed(1)} MB live, ${rss.toFixed(0)} MB in all, ${handles} handles, ${timers} timers`,
		);
	}
	const outcomes = pylon.requests.map(({ outcome }) => outcome);
	pylon.faults.clear();
	return {
		n8n,
		log: () => log,
		versions: { n8n: install.version, Node: await versionOf(install.node) },
		workflows,
		traffic,
		memory,
		requests: {
			all: outcomes.length,
			struck: outcomes.filter((outcome) => outcome.startsWith('fault')).length,
			limited: outcomes.filter((outcome) => outcome === 'rate limited').length,
		},
	};
}
