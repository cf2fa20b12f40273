import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endpointsFile } from './facts';

writeFileSync(
	join(__dirname, '..', '..', 'nodes', 'shared', 'api', 'endpoints.generated.ts'),
	endpointsFile(),
);
