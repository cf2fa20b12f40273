import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { canUseApt, installWithApt } from '../n8n/apt';
import { findOnPath } from '../n8n/command';
import type { Report } from '../n8n/progress';

const run = promisify(execFile);

/** PostgreSQL and Redis as they are installed on this machine. */
export interface Programs {
	/** Folder of `POSTGRES_PROGRAMS`. */
	postgres: string;
	/** Path of `redis-server`. */
	redis: string;
}

const POSTGRES_PROGRAMS = ['initdb', 'postgres', 'psql', 'pg_dump'];

/** Debian keeps the server's programs off PATH, by version. */
const DEBIAN_POSTGRES = '/usr/lib/postgresql';

/**
 * Finds PostgreSQL and Redis, and installs Debian's packages of them where they are missing and this user may.
 *
 * @throws Error that says how to get them
 */
export async function ensurePrograms(report: Report): Promise<Programs> {
	const found = await find();
	if (isWhole(found)) return found;
	const missing = [
		...(found.postgres === undefined ? ['postgresql'] : []),
		...(found.redis === undefined ? ['redis-server'] : []),
	];
	if (await canUseApt()) {
		await installWithApt(missing, report);
		const installed = await find();
		if (isWhole(installed)) return installed;
	}
	throw new Error(
		`n8n in queue mode needs PostgreSQL and Redis. Install them: on Debian, apt-get install ${missing.join(' ')}.`,
	);
}

const isWhole = (found: Partial<Programs>): found is Programs =>
	found.postgres !== undefined && found.redis !== undefined;

async function find(): Promise<Partial<Programs>> {
	const [initdb, redis] = await Promise.all([findOnPath('initdb'), findOnPath('redis-server')]);
	// A link on PATH may be the only one of them there.
	const onPath = initdb === undefined ? [] : [dirname(await realpath(initdb))];
	const postgres = [...onPath, ...(await ofDebian())].find((folder) =>
		POSTGRES_PROGRAMS.every((program) => existsSync(join(folder, program))),
	);
	return { postgres, redis };
}

/** The folders of Debian's versions, the newest first. */
async function ofDebian(): Promise<string[]> {
	const versions = (await readdir(DEBIAN_POSTGRES).catch(() => [])).map(Number);
	return versions
		.filter((version) => version > 0)
		.sort((a, b) => b - a)
		.map((version) => join(DEBIAN_POSTGRES, String(version), 'bin'));
}

/** The version that a program tells, e.g. "15.13". */
export async function versionOf(program: string): Promise<string> {
	const { stdout } = await run(program, ['--version']);
	return /\d+(\.\d+)+/.exec(stdout)?.[0] ?? stdout.trim();
}

/**
 * Whom PostgreSQL has to run as: it refuses root, so that it runs as the user `postgres` then, which its package brings, or
 * as `nobody`.
 *
 * @returns undefined when this user will do
 * @throws Error when there is neither
 */
export async function unprivilegedUser(): Promise<{ uid: number; gid: number } | undefined> {
	if (process.getuid?.() !== 0) return undefined;
	for (const name of ['postgres', 'nobody']) {
		const ids = await Promise.all(
			['-u', '-g'].map(async (which) => (await run('id', [which, name])).stdout),
		).catch(() => undefined);
		if (ids) return { uid: Number(ids[0]), gid: Number(ids[1]) };
	}
	throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody.');
}
