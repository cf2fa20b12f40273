import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** Where the generated types are. */
export const TYPES_FILE = join(ROOT, 'sandbox', 'pylon', 'openapi.generated.ts');

const HEAD = `// Generated from sandbox/pylon/openapi.yaml by \`npm run api:types\`; a test holds it to its source. Not to be edited by hand.
`;

/**
 * @returns the text of sandbox/pylon/openapi.generated.ts, made by openapi-typescript
 * @throws Error with its words when openapi-typescript fails
 */
export function typesFile(): string {
	const command = join(
		dirname(require.resolve('openapi-typescript/package.json')),
		'bin',
		'cli.js',
	);
	// A property that a request leaves out stays undefined: nobody fills in its default.
	const args = [command, 'sandbox/pylon/openapi.yaml', '--default-non-nullable', 'false'];
	return (
		HEAD +
		execFileSync(process.execPath, args, {
			cwd: ROOT,
			encoding: 'utf8',
			maxBuffer: 16 * 1024 * 1024,
		})
	);
}
