import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { HOSTS, TOKEN_MENU, usableBaseUrl } from '../../nodes/shared/client/region';
import { document } from '../../sandbox/pylon/document';
import { ready } from '../../sandbox/pylon/router';
import { asker } from './ask';
import { RECORDS_TO_COMPARE } from './recorded';
import { exitCode, lineOf, reportOf, summaryOf, waitLine } from './report';
import { runCheck, type Findings, type Surroundings } from './run';
import { runWrites } from './write';

const USAGE = `Usage: PYLON_API_TOKEN=… npm run live -- [options]

Checks whether Pylon's real API is as this project assumes (sandbox/pylon/openapi.yaml, test/fixtures/recorded). So far
the project has been run only against its own simulated Pylon, never against the live API: expect differences, and
please report them.

Without --write it only reads (GET, and POST to searches): one record of each list that takes a limit, up to
${RECORDS_TO_COMPARE} where answers were recorded. It prints names of fields and their types, never the token or a value of a record.

  PYLON_API_TOKEN      a token of Pylon's API (${TOKEN_MENU})
  PYLON_BASE_URL       another address than ${HOSTS.us}
  --eu                 ${HOSTS.eu}
  --report FILE        the findings as a page to read and to paste into an issue
  --json FILE          the findings as JSON
  --write --account NAME
                       then tries requests that write, in the account of exactly this name. Create it for this purpose,
                       with "scratch" in its name. The check creates a contact, an issue with a note, a file and a
                       snooze, and two accounts of its own that it merges. No message goes to a customer. At the end, and
                       after Ctrl-C, it deletes everything but the file, which Pylon's API cannot delete
  --help               this text

Exit code: 0 if everything is as assumed, 1 if something differs, was refused or could not be deleted, 2 if Pylon could
not be asked. What the token has no right to ("not allowed") counts as assumed.`;

/** Pylon cannot be asked; the message says why, and what to do. */
class CannotAsk extends Error {}

interface Settings {
	baseUrl: string;
	token: string;
	json?: string;
	report?: string;
	/** The scratch account to write to, if anything is to be written. */
	account?: string;
}

function baseUrlOf(eu: boolean, given: string | undefined): string {
	if (given === undefined || given === '') return eu ? HOSTS.eu : HOSTS.us;
	if (eu) throw new CannotAsk('Give either --eu or PYLON_BASE_URL.');
	const baseUrl = usableBaseUrl(given);
	if (baseUrl === undefined) {
		throw new CannotAsk(
			'PYLON_BASE_URL has to be an address such as https://api.usepylon.com. It has to begin with https://, so that nobody on the way can read the token; http:// is for this computer only.',
		);
	}
	return baseUrl;
}

function argumentsOf(args: string[]) {
	try {
		return parseArgs({
			args,
			options: {
				eu: { type: 'boolean' },
				json: { type: 'string' },
				report: { type: 'string' },
				write: { type: 'boolean' },
				account: { type: 'string' },
				help: { type: 'boolean' },
			},
		}).values;
	} catch (error) {
		throw new CannotAsk(`${(error as Error).message}\n\n${USAGE}`);
	}
}

/** Reads command line and environment; undefined when only the help is wanted. */
function settingsOf(args: string[], env: NodeJS.ProcessEnv): Settings | undefined {
	const { eu = false, json, report, write = false, account, help } = argumentsOf(args);
	if (help) return undefined;
	if (write !== (account !== undefined))
		throw new CannotAsk('--write and --account go together: what to write to has to be named.');
	if (account !== undefined && !/scratch/i.test(account))
		throw new CannotAsk(
			'--account: the account\'s name has to have "scratch" in it, so that no customer\'s is taken by mistake.',
		);
	const token = env.PYLON_API_TOKEN?.trim() ?? '';
	if (token === '')
		throw new CannotAsk(
			`PYLON_API_TOKEN is not set: it holds the token of Pylon's API.\n\n${USAGE}`,
		);
	if (!/^[\x21-\x7e]+$/.test(token)) {
		throw new CannotAsk(
			"PYLON_API_TOKEN has to be the token alone, without 'Bearer' and without spaces inside.",
		);
	}
	return { baseUrl: baseUrlOf(eu, env.PYLON_BASE_URL), token, json, report, account };
}

/**
 * Writes a file. Also tried before the first request: a check of minutes should not end with a file that cannot be
 * written.
 */
function save(file: string, content: string): void {
	try {
		writeFileSync(file, content);
	} catch (error) {
		throw new CannotAsk((error as Error).message);
	}
}

async function check(
	{ baseUrl, token, json, report, account }: Settings,
	print: (line: string) => void,
	wait: (ms: number) => Promise<unknown>,
	stop?: AbortSignal,
): Promise<number> {
	for (const file of [json, report]) if (file !== undefined) save(file, '');
	const hide = (text: string) => text.replaceAll(token, '(token)');
	const lines: string[] = [];
	const say = (line: string) => {
		lines.push(hide(line));
		print(hide(line));
	};
	await ready;
	const at = new Date().toISOString();
	say(
		`${baseUrl} against openapi.yaml (${document.info.version}); ${account === undefined ? 'reads only' : 'reads, then writes'}\n`,
	);
	const surroundings: Surroundings = {
		ask: asker(baseUrl, token),
		wait,
		found: (finding) => say(lineOf(finding)),
		waiting: ({ read, variant }, ms) => say(waitLine({ ...read, variant }, ms)),
		stop,
	};
	const findings = await runCheck(surroundings);
	summaryOf(findings).forEach(say);
	let writes: Findings | undefined;
	if (account !== undefined && findings.stopped === undefined) {
		say(`\nWrites, within the account that --account names\n`);
		writes = await runWrites(surroundings, account);
		summaryOf(writes).forEach(say);
	}
	const told = { checked: at, baseUrl, openapi: document.info.version, ...findings, writes };
	if (json !== undefined) save(json, hide(`${JSON.stringify(told, undefined, '\t')}\n`));
	if (report !== undefined) save(report, reportOf(lines, [findings, ...(writes ? [writes] : [])]));
	for (const file of [json, report]) if (file !== undefined) say(`Findings are in ${file}`);
	return Math.max(exitCode(findings), writes ? exitCode(writes) : 0);
}

/**
 * Runs the whole command.
 *
 * @param args of the command line
 * @param env holds PYLON_API_TOKEN and PYLON_BASE_URL
 * @param print is told each line
 * @param wait waits for so many milliseconds
 * @param stop ends the check early, when it is aborted: what was made is removed first
 * @returns the exit code: 0, 1 or 2, as the usage text says
 */
export async function main(
	args: string[],
	env: NodeJS.ProcessEnv,
	print: (line: string) => void = console.log,
	wait: (ms: number) => Promise<unknown> = setTimeout,
	stop?: AbortSignal,
): Promise<number> {
	try {
		const settings = settingsOf(args, env);
		if (!settings) {
			print(USAGE);
			return 0;
		}
		const inCallersFolder = (file?: string) => file && resolve(env.INIT_CWD ?? '', file);
		const files = {
			json: inCallersFolder(settings.json),
			report: inCallersFolder(settings.report),
		};
		return await check({ ...settings, ...files }, print, wait, stop);
	} catch (error) {
		if (!(error instanceof CannotAsk)) throw error;
		print(error.message);
		return 2;
	}
}

/** @returns what the first Ctrl-C aborts; the second one ends the process */
function stopAtSignal(): AbortSignal {
	const controller = new AbortController();
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
		process.once(signal, () => {
			console.error('Stopping: what was made in Pylon is deleted first.');
			controller.abort();
		});
	return controller.signal;
}

if (require.main === module) {
	const args = process.argv.slice(2);
	// What only reads may end at once.
	const stop = args.includes('--write') ? stopAtSignal() : undefined;
	main(args, process.env, console.log, setTimeout, stop).then(
		(code) => process.exit(code),
		(error: Error) => {
			console.error(error.message);
			process.exit(2);
		},
	);
}
