/**
 * What makes n8n 2.41 run in queue mode, and run well with this package: the same for main, workers and webhook processes,
 * wherever they run. `examples/queue-mode/docker-compose.yml` and `npm run test:queue` both use these
 * (test/docs/queueMode.test.ts); docs/queue-mode.md says what each is good for.
 */
export const QUEUE_SETTINGS = {
	EXECUTIONS_MODE: 'queue',
	DB_TYPE: 'postgresdb',
	DB_POSTGRESDB_POOL_SIZE: '10',
	DB_POSTGRESDB_CONNECTION_TIMEOUT: '60000',
	N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true',
	N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '300',
	OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
	N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
	QUEUE_HEALTH_CHECK_ACTIVE: 'true',
	GENERIC_TIMEZONE: 'UTC',
} as const;

/** Where PostgreSQL and Redis are and how to get in, and what n8n encrypts credentials with: different in every place. */
export interface Place {
	DB_POSTGRESDB_HOST: string;
	DB_POSTGRESDB_PORT: string;
	DB_POSTGRESDB_DATABASE: string;
	DB_POSTGRESDB_USER: string;
	DB_POSTGRESDB_PASSWORD: string;
	QUEUE_BULL_REDIS_HOST: string;
	QUEUE_BULL_REDIS_PORT: string;
	QUEUE_BULL_REDIS_PASSWORD: string;
	N8N_ENCRYPTION_KEY: string;
	WEBHOOK_URL: string;
}

/** Executions that one worker runs at once. */
export const WORKER_CONCURRENCY = 10;
