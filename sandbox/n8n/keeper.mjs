// Runs n8n for as long as the process that wants it lives: n8n ends when the pipe to this one's input closes, also
// when that process was killed and could not clean up. Arguments: those of Node for n8n.
import { spawn } from 'node:child_process';

const STOP_DEADLINE_MS = 8000;

const n8n = spawn(process.execPath, process.argv.slice(2), {
	stdio: ['ignore', 'inherit', 'inherit'],
});
n8n.once('error', (error) => {
	console.error(error.message);
	process.exit(1);
});
n8n.once('exit', (code) => process.exit(code ?? 1));

let isEnding = false;
function end() {
	if (isEnding) return; // n8n takes a second signal as the order to end at once
	isEnding = true;
	n8n.kill('SIGTERM');
	// This process leads the group of all that n8n started.
	setTimeout(() => process.kill(-process.pid, 'SIGKILL'), STOP_DEADLINE_MS);
}

process.stdin.on('end', end).on('error', end).resume();
process.on('SIGTERM', end);
