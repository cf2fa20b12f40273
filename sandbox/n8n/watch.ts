import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Cleanup } from './cleanup';
import { type ConnectedN8n, startConnectedN8n } from './sandbox';
import { ensureN8n } from './install';
import type { Report } from './progress';

const keeper = join(__dirname, 'keeper.mjs');

/**
 * Starts the sandbox's n8n so that it loads the nodes anew whenever one of their sources is saved: TypeScript's
 * compiler watches the sources and writes into the package that this n8n has installed, and n8n watches that package
 * (`N8N_DEV_RELOAD`, n8n 2.41, `load-nodes-and-credentials.js`, `setupHotReload`). n8n tells the editor, which shows
 * the change by itself.
 *
 * @param root folder of the package's sources
 * @param report is told when n8n loads the nodes anew, and what the compiler says
 * @param cleanup gets the steps that end and remove everything
 * @param tarball path of the package to begin with; packed from the sources when undefined
 * @returns the n8n, once it runs and the sources have been compiled for the first time
 * @throws Error with the reason of the step that failed, or when the compiler ends
 */
export async function startWatchingN8n(
	root: string,
	report: Report,
	cleanup: Cleanup,
	tarball?: string,
): Promise<ConnectedN8n> {
	const connected = await startConnectedN8n(() => ensureN8n(report), report, cleanup, tarball, {
		N8N_DEV_RELOAD: 'true',
	});
	connected.n8n.onOutput((text) => {
		for (const line of text.split('\n')) {
			if (line.includes('Hot reload failed')) report(line);
			else if (line.includes('Hot reload triggered')) report('n8n loads the nodes anew.');
		}
	});
	await watchSources(root, join(connected.packageFolder, 'dist'), report, cleanup);
	return connected;
}

/** Compiles whenever a source is saved, also where it has mistakes: they are reported. */
async function watchSources(
	root: string,
	into: string,
	report: Report,
	cleanup: Cleanup,
): Promise<void> {
	const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
	const args = [compiler, '--watch', '--preserveWatchOutput', '--project', root, '--outDir', into];
	// The keeper ends the compiler when this process ends, however it ends.
	const child = spawn(process.execPath, [keeper, '{}', process.execPath, ...args], {
		cwd: root,
		stdio: ['pipe', 'pipe', 'pipe'],
		detached: true,
	});
	const closed = once(child, 'close');
	await cleanup.add(async () => {
		child.kill('SIGTERM');
		await closed;
	});
	const compiled = new Promise<void>((resolve, reject) => {
		const tell = (text: string) => {
			report(text.trimEnd());
			if (text.includes('Watching for file changes')) resolve();
		};
		child.stdout.setEncoding('utf8').on('data', tell);
		child.stderr.setEncoding('utf8').on('data', tell);
		child.once('error', reject);
		child.once('exit', () => reject(new Error('The compiler ended.')));
	});
	await compiled;
}
