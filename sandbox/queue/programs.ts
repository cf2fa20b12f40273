import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { canUseApt, installWithApt } from '../n8n/apt';
import { findOnPath } from '../n8n/command';
import type { Report } from '../n8n/progress';

const run = promisify(execFile);

/** PostgreSQL, Redis and nginx as they are installed on this machine. */
export interface Programs {
	/** Folder of `POSTGRES_PROGRAMS`. */
	postgres: string;
	/** Path of `redis-server`. */
	redis: string;
	/** Path of `nginx`. */
	nginx: string;
}

const POSTGRES_PROGRAMS = ['initdb', 'postgres', 'psql', 'pg_dump'];

/** Where Debian has nginx: only root has this folder on PATH. */
const DEBIAN_NGINX = '/usr/sbin/nginx';

/** Debian keeps the server's programs off PATH, by version. */
const DEBIAN_POSTGRES = '/usr/lib/postgresql';

/**
 * Finds PostgreSQL, Redis and nginx. Where one is missing, and this user may, it installs Debian's package.
 *
 * @param report is told when something is installed
 * @returns where they are
 * @throws Error that says how to get what is missing
 */
export async function ensurePrograms(report: Report): Promise<Programs> {
	const found = await find();
	const missing = missingOf(found);
	if (missing.length > 0 && (await canUseApt())) {
		await installWithApt(missing, report);
		Object.assign(found, await find());
	}
	const { postgres, redis, nginx } = found;
	if (postgres !== undefined && redis !== undefined && nginx !== undefined)
		return { postgres, redis, nginx };
	throw new Error(
		`n8n in queue mode needs PostgreSQL and Redis, and its tests nginx. Install what is missing: on Debian, apt-get install ${missingOf(found).join(' ')}.`,
	);
}

/** The packages of Debian that bring what is missing. */
const missingOf = ({ postgres, redis, nginx }: Partial<Programs>): string[] => [
	...(postgres === undefined ? ['postgresql'] : []),
	...(redis === undefined ? ['redis-server'] : []),
	...(nginx === undefined ? ['nginx-light'] : []),
];

async function find(): Promise<Partial<Programs>> {
	const [initdb, redis, nginx] = await Promise.all(
		['initdb', 'redis-server', 'nginx'].map(findOnPath),
	);
	// A link on PATH may be the only one of them there.
	const onPath = initdb === undefined ? [] : [dirname(await realpath(initdb))];
	const postgres = [...onPath, ...(await ofDebian())].find((folder) =>
		POSTGRES_PROGRAMS.every((program) => existsSync(join(folder, program))),
	);
	return { postgres, redis, nginx: nginx ?? (existsSync(DEBIAN_NGINX) ? DEBIAN_NGINX : undefined) };
}

/** The folders of Debian's versions, the newest first. */
async function ofDebian(): Promise<string[]> {
	const versions = (await readdir(DEBIAN_POSTGRES).catch(() => [])).map(Number);
	return versions
		.filter((version) => version > 0)
		.sort((a, b) => b - a)
		.map((version) => join(DEBIAN_POSTGRES, String(version), 'bin'));
}

/**
 * Asks a program for its version.
 *
 * @param program its path, or its name on PATH; it must know `--version`
 * @returns e.g. "15.13"; all that it says when there is no such number in it
 */
export async function versionOf(program: string): Promise<string> {
	const { stdout } = await run(program, ['--version']);
	return /\d+(\.\d+)+/.exec(stdout)?.[0] ?? stdout.trim();
}

/**
 * Finds the user that PostgreSQL has to run as. PostgreSQL refuses to run as root: then it is the user `postgres`, whom
 * its package brings, or `nobody`.
 *
 * @returns that user's ids, or undefined when this user will do
 * @throws Error when this user is root, and there is neither of the two
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
