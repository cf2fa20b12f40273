import { readFileSync } from 'node:fs';
import { TYPES_FILE, typesFile } from '../../../scripts/api/types';

test('sandbox/pylon/openapi.generated.ts is what openapi.yaml says: else run `npm run api:types`', () => {
	expect(typesFile()).toBe(readFileSync(TYPES_FILE, 'utf8'));
});
