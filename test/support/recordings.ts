import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';

const recorded = (name: string) =>
	JSON.parse(
		readFileSync(join(__dirname, '../fixtures/recorded', `${name}.json`), 'utf8'),
	) as IDataObject & { data: IDataObject[] };

/** Recorded answers of Pylon's: see test/fixtures/recorded/README.md. */
export const page = recorded('issues-search');

export const last = recorded('issues-search-last');

export const empty = recorded('issues-search-empty');

export const accounts = recorded('accounts');

export const statuses = recorded('issue-statuses');

/** The last page repeats a record of the first one: a list shows it once. */
export const issues = [
	...new Map([...last.data, ...page.data].map((one) => [one.id, one])).values(),
].sort((one, other) => Number(other.number) - Number(one.number));

/** Every recorded record. */
export const records: Array<[kind: 'issue' | 'account', record: IDataObject]> = [
	...issues.map((one): ['issue', IDataObject] => ['issue', one]),
	...accounts.data.map((one): ['account', IDataObject] => ['account', one]),
];
