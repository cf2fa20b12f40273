import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { HOSTS, TOKEN_MENU, usableBaseUrl } from '../../nodes/shared/client/region';
import { document } from '../../sandbox/pylon/document';
import { ready } from '../../sandbox/pylon/router';
import { asker } from './ask';
import { exitCode, lineOf, summaryOf, waitLine } from './report';
import { runCheck } from './run';

const USAGE = `Usage: PYLON_API_TOKEN=… npm run live -- [options]

Asks Pylon's real API whether it is as this project assumes (sandbox/pylon/openapi.yaml). This project has only ever
been run against its own simulated Pylon, never against the live API: expect differences, and please report them.

It only reads: GET, and POST to searches; one record of each list where there is a limit to be had. It prints names of
fields and their types, never the token and no value of a record.

  PYLON_API_TOKEN      a token of Pylon's API (${TOKEN_MENU})
  PYLON_BASE_URL       another address than ${HOSTS.us}
  --eu                 ${HOSTS.eu}
  --json FILE          the findings as JSON too, for a bug report
  --help               this text

Exit code: 0 all as assumed, 1 something differs or was refused, 2 it could not be asked. What the token has no right to
("not allowed") counts as assumed.`;

/** It cannot be asked: what to say about it. */
class CannotAsk extends Error {}

interface Settings {
	baseUrl: string;
	token: string;
	json?: string;
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
			options: { eu: { type: 'boolean' }, json: { type: 'string' }, help: { type: 'boolean' } },
		}).values;
	} catch (error) {
		throw new CannotAsk(`${(error as Error).message}\n\n${USAGE}`);
	}
}

/** Reads command line and environment; undefined when only the help is wanted. */
function settingsOf(args: string[], env: NodeJS.ProcessEnv): Settings | undefined {
	const { eu = false, json, help } = argumentsOf(args);
	if (help) return undefined;
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
	return { baseUrl: baseUrlOf(eu, env.PYLON_BASE_URL), token, json };
}

/** Also tried before the first request: a check of minutes should not end with a file that cannot be written. */
function write(file: string, content: string): void {
	try {
		writeFileSync(file, content);
	} catch (error) {
		throw new CannotAsk(`--json: ${(error as Error).message}`);
	}
}

async function check(
	{ baseUrl, token, json }: Settings,
	print: (line: string) => void,
	wait: (ms: number) => Promise<unknown>,
): Promise<number> {
	if (json !== undefined) write(json, '');
	const hide = (text: string) => text.replaceAll(token, '(token)');
	const say = (line: string) => print(hide(line));
	await ready;
	const at = new Date().toISOString();
	say(`${baseUrl} against openapi.yaml (${document.info.version}); reads only\n`);
	const findings = await runCheck({
		ask: asker(baseUrl, token),
		wait,
		found: (finding) => say(lineOf(finding)),
		waiting: ({ read, variant }, ms) => say(waitLine({ ...read, variant }, ms)),
	});
	summaryOf(findings).forEach(say);
	if (json !== undefined) {
		const content = { checked: at, baseUrl, openapi: document.info.version, ...findings };
		write(json, hide(`${JSON.stringify(content, undefined, '\t')}\n`));
		say(`Findings are in ${json}`);
	}
	return exitCode(findings);
}

/**
 * The whole command.
 * @param args of the command line
 * @param env holds PYLON_API_TOKEN and PYLON_BASE_URL
 * @param print told each line
 * @param wait lets milliseconds pass
 * @returns the exit code
 */
export async function main(
	args: string[],
	env: NodeJS.ProcessEnv,
	print: (line: string) => void = console.log,
	wait: (ms: number) => Promise<unknown> = setTimeout,
): Promise<number> {
	try {
		const settings = settingsOf(args, env);
		if (!settings) {
			print(USAGE);
			return 0;
		}
		const json = settings.json && resolve(env.INIT_CWD ?? '', settings.json);
		return await check({ ...settings, json }, print, wait);
	} catch (error) {
		if (!(error instanceof CannotAsk)) throw error;
		print(error.message);
		return 2;
	}
}

if (require.main === module) {
	main(process.argv.slice(2), process.env).then(
		(code) => process.exit(code),
		(error: Error) => {
			console.error(error.message);
			process.exit(2);
		},
	);
}
