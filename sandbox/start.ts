import { describe } from './n8n/describe';
import { fireWebhook } from './n8n/fireWebhook';
import { startSandbox } from './n8n/sandbox';
import { runSession, say } from './n8n/session';

const USAGE = `npm start            a real n8n with this package, connected to a simulated Pylon, until Ctrl-C
npm start -- --exit  the same, but ends by itself: exit code 0 when the webhook workflow did its work`;

const args = process.argv.slice(2);
if (args.some((arg) => arg !== '--exit')) {
	console.error(USAGE);
	process.exit(2);
}

runSession(async (cleanup) => {
	const sandbox = await startSandbox(say, cleanup);
	const outcome = await fireWebhook(sandbox);
	say(describe(sandbox, outcome));
	if (outcome.problem) say(`\nThe end of n8n's log:\n${sandbox.n8n.log(40)}`);
	if (args.includes('--exit')) return outcome.problem ? 1 : 0;
	return undefined;
});
