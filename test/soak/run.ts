import { ensureN8n } from '../../sandbox/n8n/install';
import { runTests } from '../../sandbox/n8n/runTests';
import { say } from '../../sandbox/n8n/session';

const USAGE = `Usage: npm run test:soak -- [--short] [--minutes=<n>] [--cases=<n>] [--seed=<n>] [jest's arguments]
  --short         one minute and 500 cases of each: shows that the tests run, proves little
  --minutes=<n>   how long each test takes; default 6. An hour of a whole n8n is compressed into them
  --cases=<n>     the most cases of each property; default 20000
  --seed=<n>      of the cases, and of the hour: what comes when, and what fails; printed, default a new one
  anHour          the whole n8n only (any path below test/soak; Linux)
`;

/**
 * `npm run test:soak`: an hour of a whole n8n, and the properties of test/nodes/shared/client, the growth of every reader of
 * foreign text (test/nodes/shared/html/growth.test.ts) and the generator of answers (test/nodes/answers), each with far
 * more cases than `npm test` has. jest runs them, since the node's own file cannot be required elsewhere: beside
 * `Pylon.node.ts` there is `Pylon.node.json`, which plain Node prefers.
 */
const args = process.argv.slice(2);
const isShort = args.includes('--short');
const OWN = /^--(minutes|cases|seed)=(.*)$/;
const given = Object.fromEntries(
	args.flatMap((arg) => {
		const [, name, value] = OWN.exec(arg) ?? [];
		return name === undefined ? [] : [[name, value]];
	}),
) as Record<string, string | undefined>;
const minutes = given.minutes ?? (isShort ? '1' : '6');
const cases = given.cases ?? (isShort ? '500' : '20000');
const seed = given.seed ?? String(Date.now() % 2 ** 31);
if (
	args.includes('--help') ||
	!(Number(minutes) > 0) ||
	!(Number(cases) > 0) ||
	!Number.isInteger(Number(seed))
) {
	process.stderr.write(USAGE);
	process.exit(2);
}
say(`Seed ${seed}`);

runTests(
	'soak',
	['--silent=false', ...args.filter((arg) => arg !== '--short' && !OWN.test(arg))],
	async () => {
		await ensureN8n(say);
		return {
			SOAK_SIZE: isShort ? 'short' : 'full',
			SOAK_CASES: cases,
			SOAK_MINUTES: minutes,
			SOAK_SEED: seed,
		};
	},
);
