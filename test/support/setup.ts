import { tmpdir } from 'node:os';
import { join } from 'node:path';

// n8n-core writes its settings on import: never into the home folder of whoever runs the tests.
process.env.N8N_USER_FOLDER ??= join(tmpdir(), `n8n-nodes-pylon-tests-${process.env.JEST_WORKER_ID ?? 1}`);
process.env.N8N_ENCRYPTION_KEY ??= 'only-for-tests';
// The engine reports every failed node to its log; tests that expect failures would drown the report.
process.env.N8N_LOG_LEVEL ??= 'silent';
