import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { OutputSchema } from './shape';

const ROOT = join(__dirname, '..', '..');

/** n8n looks for the schemas of a node's version 1 in this folder beside it (docs/n8n-internals.md, "The editor"). */
const FOLDER = join(ROOT, 'nodes', 'Pylon', '__schema__', 'v1.0.0');

/** What to do about a schema that is missing or wrong. */
export const REMEDY = 'Run `npm run schemas`.';

/** @param key of the operation, e.g. `issue.snooze` */
const fileOf = (key: string): string => join(FOLDER, `${key.replace('.', '/')}.json`);

/**
 * @param key of the operation, e.g. `issue.snooze`
 * @returns the file of its schema, as a path from the project's folder
 */
export const pathOf = (key: string): string => relative(ROOT, fileOf(key));

/**
 * @param schema of what an operation returns
 * @returns the text of its file; lists of words stand on one line
 */
export const textOf = (schema: OutputSchema): string =>
	`${JSON.stringify({ ...schema, version: 1 }, null, '\t').replace(
		/\[\s+("[^[\]{}]*")\s+\]/g,
		(_, words: string) => `[${words.replace(/\s+/g, ' ')}]`,
	)}\n`;

/**
 * @param key of the operation, e.g. `issue.snooze`
 * @returns the text of its schema; undefined when there is none
 */
export const readText = (key: string): string | undefined =>
	existsSync(fileOf(key)) ? readFileSync(fileOf(key), 'utf8') : undefined;

/**
 * @param key of the operation, e.g. `issue.snooze`
 * @returns its schema
 * @throws Error that says what to do when there is none
 */
export function readSchema(key: string): OutputSchema {
	const text = readText(key);
	if (text === undefined) throw new Error(`There is no ${pathOf(key)}. ${REMEDY}`);
	return JSON.parse(text) as OutputSchema;
}

/**
 * Writes the file of an operation's schema.
 *
 * @param key of the operation, e.g. `issue.snooze`
 * @param text of the whole file
 */
export function writeText(key: string, text: string): void {
	mkdirSync(dirname(fileOf(key)), { recursive: true });
	writeFileSync(fileOf(key), text);
}

/** @returns keys of the operations that have a schema, in order */
export const storedKeys = (): string[] =>
	readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.json'))
		.map((name) => name.replace(/\.json$/, '').replace(/[\\/]/, '.'))
		.sort();

/**
 * Removes the file of a schema, if it is there.
 *
 * @param key of the operation, e.g. `issue.snooze`
 */
export function remove(key: string): void {
	rmSync(fileOf(key), { force: true });
}
