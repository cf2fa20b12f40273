// Runs a program for as long as the process that wants it lives: the program ends when the pipe to this one's input closes,
// also when that process was killed and could not clean up. Arguments: options as JSON (keptProcess.ts), the program, and
// what it is given.
import { spawn } from 'node:child_process';

const STOP_DEADLINE_MS = 8000;

const [options, program, ...args] = process.argv.slice(2);
const { signal = 'SIGTERM', deadlineMs = STOP_DEADLINE_MS, uid, gid } = JSON.parse(options);

const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'], uid, gid });
child.once('error', (error) => {
	console.error(error.message);
	process.exit(1);
});
child.once('exit', (code) => process.exit(code ?? 1));

// n8n takes a second signal as the order to end at once.
let wasTold = false;
function end(withinMs) {
	if (!wasTold) child.kill(signal);
	wasTold = true;
	// This process leads the group of all that the program started.
	setTimeout(() => process.kill(-process.pid, 'SIGKILL'), withinMs);
}
const endSoon = () => end(STOP_DEADLINE_MS);

process.stdin.on('end', endSoon).on('error', endSoon).resume();
process.on('SIGTERM', () => end(deadlineMs));
