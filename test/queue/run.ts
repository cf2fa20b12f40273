import { ensureN8n } from '../../sandbox/n8n/install';
import { runTests } from '../../sandbox/n8n/runTests';
import { say } from '../../sandbox/n8n/session';
import { ensurePrograms } from '../../sandbox/queue/programs';

const USAGE = `Usage: npm run test:queue -- [--short] [--minutes=<n>] [jest's arguments]
  --short         small numbers and one minute of everything: shows that the tests run, proves little
  --minutes=<n>   how long everything runs together; default 8
  -t <part>       one part only, e.g. -t deliveries
`;

/**
 * `npm run test:queue`: installs what n8n in queue mode needs (n8n, PostgreSQL, Redis), packs the package and runs the
 * tests of this folder with jest.
 */
const args = process.argv.slice(2);
const isShort = args.includes('--short');
const given = args.find((arg) => arg.startsWith('--minutes='))?.split('=')[1];
const minutes = given ?? (isShort ? '1' : '8');
if (args.includes('--help') || !(Number(minutes) > 0)) {
	process.stderr.write(USAGE);
	process.exit(2);
}

runTests(
	'queue',
	['--silent=false', ...args.filter((arg) => arg !== '--short' && !arg.startsWith('--minutes='))],
	async () => {
		await ensurePrograms(say);
		await ensureN8n(say);
		return { QUEUE_SIZE: isShort ? 'short' : 'full', QUEUE_MINUTES: minutes };
	},
);
