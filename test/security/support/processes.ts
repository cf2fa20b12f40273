import { readdir, readFile, readlink } from 'node:fs/promises';

const PAGE = 4096;
/** Of /proc/net/tcp. */
const LISTENING = '0A';

/**
 * Reads the resident memory of a process (Linux).
 *
 * @param pid its process id
 * @returns MB
 */
export async function memoryOf(pid: number): Promise<number> {
	const pages = (await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ')[1];
	return (Number(pages) * PAGE) / 2 ** 20;
}

/**
 * Reads what a process holds open (Linux).
 *
 * @param pid its process id
 * @returns handles as the links of /proc name them, e.g. `socket:[12345]`
 */
export async function handlesOf(pid: number): Promise<string[]> {
	const names = await readdir(`/proc/${pid}/fd`);
	return await Promise.all(
		names.map((name) => readlink(`/proc/${pid}/fd/${name}`).catch(() => '')),
	);
}

const isSocket = (handle: string) => handle.startsWith('socket:');

/**
 * Counts the open sockets of a process (Linux).
 *
 * @param pid its process id
 * @returns how many
 */
export const socketsOf = async (pid: number): Promise<number> =>
	(await handlesOf(pid)).filter(isSocket).length;

/** The processes that a process has started, and those that these have started (Linux). */
async function withChildren(pid: number): Promise<number[]> {
	const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
	const children = text.trim().split(' ').filter(Boolean).map(Number);
	return [pid, ...(await Promise.all(children.map(withChildren))).flat()];
}

/**
 * Finds where a process and its children listen for TCP (Linux).
 *
 * @param pid its process id
 * @returns address (hexadecimal, of the machine's byte order) and port of each
 */
export async function listenersOf(pid: number): Promise<Array<{ address: string; port: number }>> {
	const pids = await withChildren(pid);
	const handles = new Set((await Promise.all(pids.map(handlesOf))).flat().filter(isSocket));
	const tables = await Promise.all(
		['tcp', 'tcp6'].map((name) => readFile(`/proc/${pid}/net/${name}`, 'utf8').catch(() => '')),
	);
	return tables
		.flatMap((table) => table.split('\n').slice(1))
		.map((line) => line.trim().split(/ +/))
		.filter(
			([, , , state, , , , , , inode]) => state === LISTENING && handles.has(`socket:[${inode}]`),
		)
		.map(([, local]) => {
			const [address, port] = local.split(':');
			return { address, port: parseInt(port, 16) };
		});
}

/**
 * Reads how long the main thread of a process has been ready to run and was not let, since it began (Linux,
 * /proc/[pid]/schedstat).
 *
 * @param pid its process id
 * @returns milliseconds
 */
export async function queuedOf(pid: number): Promise<number> {
	const [, queuedNs] = (await readFile(`/proc/${pid}/task/${pid}/schedstat`, 'utf8')).split(' ');
	return Number(queuedNs) / 1e6;
}
