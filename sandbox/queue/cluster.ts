import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type SimulatedPylon, startSimulatedPylon } from '../pylon';
import { type Credential, N8nApi } from '../n8n/api';
import type { Cleanup } from '../n8n/cleanup';
import { ensureN8n } from '../n8n/install';
import { packPackage } from '../n8n/pack';
import { type Report, withProgress } from '../n8n/progress';
import { runFolder } from '../n8n/runFolder';
import { credentialFor, newPassword, type StoredCredential } from '../n8n/sandbox';
import { Gate } from './gate';
import { Member, type Role } from './member';
import { Postgres } from './postgres';
import { ensurePrograms, type Programs, versionOf } from './programs';
import { Redis } from './redis';
import type { Place } from './settings';

/** An n8n in queue mode with this package in each of its processes, connected to a simulated Pylon. */
export interface Cluster {
	folder: string;
	programs: Programs;
	/** Versions of what runs, by name. */
	versions: Record<'n8n' | 'Node' | 'PostgreSQL' | 'Redis', string>;
	postgres: Postgres;
	redis: Redis;
	main: Member;
	workers: Member[];
	webhooks: Member[];
	/** All n8n processes. */
	members: Member[];
	/** The API of main, signed in as its owner. */
	api: N8nApi;
	pylon: SimulatedPylon;
	/** Stands between n8n and the simulated Pylon. */
	gate: Gate;
	credentials: { pylon: StoredCredential; redis: StoredCredential };
}

const ROLES: Array<[string, Role]> = [
	['main', 'main'],
	['worker1', 'worker'],
	['worker2', 'worker'],
	['webhook1', 'webhook'],
	['webhook2', 'webhook'],
];

/**
 * Starts PostgreSQL, Redis, one main, two workers and two webhook processes of n8n, and a simulated Pylon, all on loopback
 * with their data in a folder of their own; `cleanup` undoes it.
 *
 * @param report is told how it goes on
 * @param cleanup gets the steps that end and remove everything
 * @param tarball path of the package to install; packed from the sources when undefined
 * @param settings environment variables of each n8n, beside those of queue mode
 * @returns what runs; every process is ready, and the owner is signed in
 * @throws Error with the reason of the step that failed
 */
export async function startCluster(
	report: Report,
	cleanup: Cleanup,
	tarball?: string,
	settings: NodeJS.ProcessEnv = {},
): Promise<Cluster> {
	const programs = await ensurePrograms(report);
	const install = await ensureN8n(report);
	const folder = await mkdtemp(join(runFolder(), 'n8n-nodes-pylon-queue-'));
	await cleanup.add(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
	// PostgreSQL may run as another user.
	await chmod(folder, 0o711);
	const packed =
		tarball ?? (await packPackage(join(__dirname, '..', '..'), join(folder, 'package'), report));

	const pylon = await startSimulatedPylon();
	await cleanup.add(() => pylon.close());
	const gate = await Gate.to(pylon.url);
	await cleanup.add(() => gate.close());
	const postgres = await Postgres.create(programs.postgres, join(folder, 'postgres'));
	await cleanup.add(() => postgres.stop());
	await postgres.start();
	await postgres.createDatabase();
	const redis = await Redis.create(programs.redis, join(folder, 'redis'));
	await cleanup.add(() => redis.stop());
	await redis.start();

	const place: Place = {
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: String(postgres.port),
		DB_POSTGRESDB_DATABASE: postgres.database,
		DB_POSTGRESDB_USER: postgres.user,
		DB_POSTGRESDB_PASSWORD: postgres.password,
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(redis.port),
		QUEUE_BULL_REDIS_PASSWORD: redis.password,
		N8N_ENCRYPTION_KEY: randomBytes(24).toString('base64'),
		WEBHOOK_URL: 'http://127.0.0.1/',
	};
	const members = await Promise.all(
		ROLES.map((role) => Member.create(install, folder, role, { ...settings, ...place }, packed)),
	);
	await cleanup.add(async () => {
		await Promise.all(members.map((member) => member.kill()));
	});
	const [main, ...others] = members;
	await withProgress(report, `Starting n8n ${install.version} in queue mode`, 90, async () => {
		// Main makes the tables.
		await main.start();
		await Promise.all(others.map((member) => member.start()));
	});

	const api = new N8nApi(main.url);
	await api.setUpOwner({
		email: 'owner@example.com',
		firstName: 'Queue',
		lastName: 'Owner',
		password: newPassword(),
	});
	const store = async (credential: Credential): Promise<StoredCredential> => ({
		...credential,
		id: await api.createCredential(credential),
	});
	const credentials = {
		pylon: await store(credentialFor(gate.url, pylon.tokens.us)),
		redis: await store(redisCredential(redis)),
	};
	return {
		folder,
		programs,
		versions: {
			n8n: install.version,
			Node: await versionOf(install.node),
			PostgreSQL: await versionOf(join(programs.postgres, 'postgres')),
			Redis: await versionOf(programs.redis),
		},
		postgres,
		redis,
		main,
		workers: members.slice(1, 3),
		webhooks: members.slice(3),
		members,
		api,
		pylon,
		gate,
		credentials,
	};
}

const redisCredential = ({ port, password }: Redis): Credential => ({
	name: 'Redis',
	type: 'redis',
	data: { password, user: '', host: '127.0.0.1', port, database: 1, ssl: false },
});
