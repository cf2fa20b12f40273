import { constants } from 'node:os';
import { Cleanup } from './n8n/cleanup';
import { endCommands } from './n8n/command';
import { fireWebhook } from './n8n/fireWebhook';
import type { Report } from './n8n/progress';
import { startSandbox } from './n8n/sandbox';
import { describe } from './n8n/describe';

const USAGE = `npm start            a real n8n with this package, connected to a simulated Pylon, until Ctrl-C
npm start -- --exit  the same, but ends by itself: exit code 0 when the webhook workflow did its work`;

const say: Report = (line) => console.log(line);

// When the terminal was closed, nothing can be written to it any more, and everything still has to be ended.
process.stdout.on('error', () => undefined);

async function main(): Promise<number> {
	const args = process.argv.slice(2);
	if (args.some((arg) => arg !== '--exit')) {
		console.error(USAGE);
		return 2;
	}
	const cleanup = new Cleanup();
	let isRunning = false;
	const stopped = new Promise<number>((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
			process.on(signal, () => resolve(isRunning ? 0 : 128 + constants.signals[signal]));
		}
	});
	const work = async (): Promise<number> => {
		const sandbox = await startSandbox(say, cleanup);
		const outcome = await fireWebhook(sandbox);
		say(describe(sandbox, outcome));
		if (outcome.problem) say(`\nThe end of n8n's log:\n${sandbox.n8n.log(40)}`);
		if (args.includes('--exit')) return outcome.problem ? 1 : 0;
		say('\nCtrl-C stops everything and removes what was written.');
		isRunning = true;
		return await stopped;
	};
	try {
		return await Promise.race([work(), stopped]);
	} finally {
		endCommands();
		say('\nStopping …');
		await cleanup.run();
		say('Stopped.');
	}
}

main().then(
	(code) => process.exit(code),
	(error: Error) => {
		console.error(`\n${error.message}`);
		process.exit(1);
	},
);
