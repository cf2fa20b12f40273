import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ensureN8n } from '../../../sandbox/n8n/install';

/** Writes every row of every table as a line of JSON. SQLite cuts long texts into pages, where a search could miss them. */
const DUMP = `
const { DatabaseSync } = require('node:sqlite');
const database = new DatabaseSync(process.argv[1], { readOnly: true });
const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
for (const { name } of tables)
	for (const row of database.prepare('SELECT * FROM "' + name + '"').iterate())
		process.stdout.write(name + ' ' + JSON.stringify(row) + '\\n');
`;

/**
 * @param userFolder of an n8n that keeps its data in SQLite
 * @returns all that its database holds, with what is still in the write-ahead log
 */
export async function dumpDatabase(userFolder: string): Promise<string> {
	// That of n8n: it has a driver of its own, which Node has only since version 22.
	const { node } = await ensureN8n(() => undefined);
	const { stdout } = await promisify(execFile)(
		node,
		['--no-warnings', '-e', DUMP, join(userFolder, '.n8n', 'database.sqlite')],
		{ maxBuffer: 2 ** 30 },
	);
	return stdout;
}
