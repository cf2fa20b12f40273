import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Cleanup } from '../../../sandbox/n8n/cleanup';
import { ensureN8n } from '../../../sandbox/n8n/install';
import { type ConnectedN8n, startConnectedN8n, WEBHOOK_SECRET } from '../../../sandbox/n8n/sandbox';
import { say } from '../../../sandbox/n8n/session';
import { filesIn, SecretSearch } from '../../support/secretSearch';
import { dumpDatabase } from './database';

/** The longest test, on a busy machine. */
const TIMEOUT_MS = 30 * 60_000;

/** A token that only the attacked n8n knows; where it turns up, it has leaked. */
export const SECRET_TOKEN = `pylon_api_${randomBytes(16).toString('hex')}`;

/** A whole n8n, and what must not leak from it. */
export interface AttackedN8n extends ConnectedN8n {
	/** Finds token, signing secret and password. */
	secrets: SecretSearch;
}

/**
 * Looks for secrets wherever n8n writes: its log, its user folder with the raw database, and every row of that.
 *
 * @param n8n the one that was attacked
 * @returns how much was looked at, in characters
 * @throws Error when one is found
 */
export async function expectNoSecrets({ secrets, logFile, userFolder }: AttackedN8n) {
	const log = await readFile(logFile, 'latin1');
	const dump = await dumpDatabase(userFolder);
	const hits: string[] = [];
	if (secrets.isIn(log)) hits.push('the log');
	if (secrets.isIn(dump)) hits.push('the database');
	const before = secrets.looked;
	for await (const file of filesIn(userFolder)) if (await secrets.isInFile(file)) hits.push(file);
	expect(hits).toEqual([]);
	// These places hold what was done, so they would hold a secret, too.
	expect(log).toContain('debug');
	expect(dump).toContain('credentials_entity {');
	return { log: log.length, dump: dump.length, folder: secrets.looked - before };
}

/**
 * Starts one n8n before the tests of the calling file, looks for secrets after each of them, and ends it after them.
 *
 * @returns a function that gives it, to be called inside tests
 */
export function useAttackedN8n(): () => AttackedN8n {
	jest.setTimeout(TIMEOUT_MS);
	const cleanup = new Cleanup();
	let n8n: AttackedN8n | undefined;
	beforeAll(async () => {
		const connected = await startConnectedN8n(
			() => ensureN8n(say),
			say,
			cleanup,
			process.env.PYLON_TARBALL,
			{ N8N_LOG_LEVEL: 'debug', N8N_LOG_OUTPUT: 'console' },
		);
		const { pylon, owner } = connected;
		const secrets = [pylon.tokens.us, SECRET_TOKEN, WEBHOOK_SECRET, owner.password];
		n8n = { ...connected, secrets: new SecretSearch(secrets) };
	});
	afterEach(async () => {
		if (n8n) await expectNoSecrets(n8n);
	});
	afterAll(() => cleanup.run());
	return () => {
		if (!n8n) throw new Error('n8n is not started yet');
		return n8n;
	};
}
