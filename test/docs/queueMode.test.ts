import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

import { type Place, QUEUE_SETTINGS, WORKER_CONCURRENCY } from '../../sandbox/queue/settings';

const root = join(__dirname, '..', '..');
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');

interface Service {
	image: string;
	command?: string | string[];
	environment?: Record<string, string>;
	volumes?: string[];
	stop_grace_period?: string;
	depends_on?: Record<string, unknown>;
}

const compose = parse(read('examples', 'queue-mode', 'docker-compose.yml'), {
	merge: true,
}) as { services: Record<string, Service>; volumes: Record<string, unknown> };
const { services } = compose;

/** Different in every place; the values are the example's own. */
const PLACE: Record<keyof Place, RegExp> = {
	DB_POSTGRESDB_HOST: /^postgres$/,
	DB_POSTGRESDB_PORT: /^5432$/,
	DB_POSTGRESDB_DATABASE: /^n8n$/,
	DB_POSTGRESDB_USER: /^n8n$/,
	DB_POSTGRESDB_PASSWORD: /^\$\{POSTGRES_PASSWORD:\?\}$/,
	QUEUE_BULL_REDIS_HOST: /^redis$/,
	QUEUE_BULL_REDIS_PORT: /^6379$/,
	QUEUE_BULL_REDIS_PASSWORD: /^\$\{REDIS_PASSWORD:\?\}$/,
	N8N_ENCRYPTION_KEY: /^\$\{N8N_ENCRYPTION_KEY:\?\}$/,
	WEBHOOK_URL: /^https:\/\/\$\{N8N_HOST:\?\}\/$/,
};

const MEMBERS = ['main', 'worker1', 'worker2', 'webhook'];

test('the compose file has the services that its page tells of', () => {
	expect(Object.keys(services).sort()).toEqual([...MEMBERS, 'install', 'postgres', 'redis'].sort());
	for (const { volumes = [] } of Object.values(services))
		for (const volume of volumes) expect(compose.volumes).toHaveProperty(volume.split(':')[0]);
	for (const { depends_on: others = {} } of Object.values(services))
		for (const name of Object.keys(others)) expect(services).toHaveProperty(name);
});

test.each(MEMBERS)('%s runs with the settings of npm run test:queue', (name) => {
	const { environment = {} } = services[name];
	expect(Object.keys(environment).sort()).toEqual(
		[...Object.keys(QUEUE_SETTINGS), ...Object.keys(PLACE)].sort(),
	);
	expect(environment).toMatchObject(QUEUE_SETTINGS);
	for (const [key, value] of Object.entries(PLACE)) expect(environment[key]).toMatch(value);
});

test('workers run as many executions at once as in npm run test:queue', () => {
	for (const name of ['worker1', 'worker2'])
		expect(services[name].command).toBe(`worker --concurrency=${WORKER_CONCURRENCY}`);
});

test('the n8n is the one of the sandbox, and the package is installed once, into the volume of all', () => {
	const sandbox = JSON.parse(read('sandbox', 'n8n', 'package.json')) as {
		dependencies: { n8n: string };
	};
	const { name, version } = JSON.parse(read('package.json')) as { name: string; version: string };
	for (const member of ['install', ...MEMBERS]) {
		expect(services[member].image).toBe(`docker.n8n.io/n8nio/n8n:${sandbox.dependencies.n8n}`);
		expect(services[member].volumes).toEqual(['n8n:/home/node/.n8n']);
	}
	expect([services.install.command].flat().join(' ')).toContain(`${name}@${version}`);
});

test('a container is not ended before n8n has had its time', () => {
	for (const member of MEMBERS)
		expect(parseInt(services[member].stop_grace_period ?? '', 10)).toBeGreaterThan(
			Number(QUEUE_SETTINGS.N8N_GRACEFUL_SHUTDOWN_TIMEOUT),
		);
});

test('docs/queue-mode.md explains every setting', () => {
	const page = read('docs', 'queue-mode.md');
	for (const [key, value] of Object.entries(QUEUE_SETTINGS)) {
		expect(page).toContain(`\`${key}\``);
		if (key !== 'GENERIC_TIMEZONE') expect(page).toContain(`\`${value}\``);
	}
});

test("no page recommends n8n's Remove Duplicates, which lets some through and stops when it is full", () => {
	const pages = [
		'README.md',
		'docs/webhooks.md',
		'docs/polling.md',
		'examples/deduplicate-with-redis.md',
	];
	for (const page of pages) expect(read(page)).not.toContain('Remove Duplicates');
	expect(read('nodes', 'PylonTrigger', 'description', 'duplicates.ts')).not.toContain(
		'Remove Duplicates',
	);
	expect(read('docs', 'queue-mode.md')).toContain('_Remove Duplicates_ node does not help');
});
