import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Cleanup } from '../../sandbox/n8n/cleanup';
import { endCommands } from '../../sandbox/n8n/command';
import { ensureN8n, type N8nInstall } from '../../sandbox/n8n/install';
import { packPackage } from '../../sandbox/n8n/pack';
import { type Report, withProgress } from '../../sandbox/n8n/progress';
import { startConnectedN8n } from '../../sandbox/n8n/sandbox';
import { outcomeOf, type Check } from './check';
import { checks } from './checks';
import { type Column, count, type Outcome, reasonsOf, toPage, toTable } from './table';
import { chooseFrom, VERSIONS } from './versions';

const root = join(__dirname, '..', '..');
const page = join(root, 'docs', 'versions.md');
const say: Report = (line) => console.log(line);

/** What fails from then on says nothing about the package. */
let isStopping = false;

async function tryChecks(
	install: N8nInstall,
	tarball: string,
	wanted: readonly Check[],
	cleanup: Cleanup,
): Promise<Map<string, Outcome>> {
	const outcomes = new Map<string, Outcome>();
	const connected = await startConnectedN8n(install, say, cleanup, tarball);
	for (const check of wanted) {
		if (isStopping) throw new Error('Stopped.');
		const outcome = await outcomeOf(check, connected);
		outcomes.set(check.id, outcome);
		say(
			`  ${check.id.padEnd(3)} ${outcome.result.padEnd(5)} ${check.title}${'reason' in outcome ? `\n      ${outcome.reason}` : ''}`,
		);
	}
	return outcomes;
}

/** An n8n that cannot be started has no for every check: a version named in the README must start. */
const allNo = (wanted: readonly Check[], reason: string): Map<string, Outcome> =>
	new Map(wanted.map(({ id }) => [id, { result: 'no', reason }]));

async function columnOf(
	folder: string,
	tarball: string,
	wanted: readonly Check[],
	stop: Cleanup,
): Promise<Column> {
	const install = await ensureN8n(say, folder);
	const node = (await promisify(execFile)(install.node, ['--version'])).stdout.trim();
	say(`\nn8n ${install.version}, Node ${node}`);
	const cleanup = new Cleanup();
	await stop.add(() => cleanup.run());
	try {
		const outcomes = await tryChecks(install, tarball, wanted, cleanup).catch((error: Error) => {
			if (isStopping) throw error;
			say(`  ${error.message}`);
			return allNo(wanted, 'n8n did not start with the package and its credential.');
		});
		return { n8n: install.version, node, outcomes };
	} finally {
		await cleanup.run();
	}
}

/**
 * `npm run test:versions`: the packed package in a real n8n of several versions, one after the other.
 *
 * @returns 0 when no cell of the table is "no"
 */
async function main(args: string[], cleanup: Cleanup): Promise<number> {
	const choice = chooseFrom(args, { versions: VERSIONS, checks: checks.map(({ id }) => id) });
	const wanted = checks.filter(({ id }) => choice.checks?.includes(id) ?? true);
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-pylon-versions-'));
	await cleanup.add(() => rm(folder, { recursive: true, force: true }));
	const tarball = await withProgress(say, 'Building and packing the package', 25, () =>
		packPackage(root, folder, say),
	);
	const columns: Column[] = [];
	for (const version of choice.versions)
		columns.push(await columnOf(version.folder, tarball, wanted, cleanup));
	say(`\n${toTable(wanted, columns)}\n`);
	say(
		[reasonsOf(wanted, columns, 'n.a.'), reasonsOf(wanted, columns, 'no')]
			.filter(Boolean)
			.join('\n'),
	);
	if (choice.write)
		await writeFile(page, toPage(new Date().toISOString().slice(0, 10), wanted, columns));
	const failed = count(columns, 'no');
	say(`\n${count(columns, 'yes')} yes, ${failed} no, ${count(columns, 'n.a.')} n.a.`);
	return failed > 0 ? 1 : 0;
}

const cleanup = new Cleanup();
const stopped = new Promise<never>((_, reject) => {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(signal, () => {
			isStopping = true;
			reject(new Error('Stopped.'));
		});
	}
});

void Promise.race([main(process.argv.slice(2), cleanup), stopped])
	.catch((error: Error) => {
		console.error(`\n${error.message}`);
		return 1;
	})
	.then(async (code) => {
		endCommands();
		await cleanup.run();
		process.exit(code);
	});
