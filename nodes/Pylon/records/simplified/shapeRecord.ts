import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../../shared/client/envelope';
import { simplifyAccount } from './account';
import { simplifyArticle } from './article';
import { simplifyContact } from './contact';
import { simplifyIssue } from './issue';
import { simplifyMessage } from './message';
import { simplifyTask } from './task';

/** How a record comes out. */
export type Output = 'simplified' | 'raw' | 'selectedFields';

const SIMPLIFIED = {
	account: simplifyAccount,
	article: simplifyArticle,
	contact: simplifyContact,
	issue: simplifyIssue,
	message: simplifyMessage,
	task: simplifyTask,
};

/** The kinds of record that have a simplified form. */
export type SimplifiedKind = keyof typeof SIMPLIFIED;

/**
 * @param record of that kind, as Pylon sends it
 * @returns what people use of it, flat
 */
export const simplifyRecord = (kind: SimplifiedKind, record: IDataObject): IDataObject => SIMPLIFIED[kind](record);

const CUSTOM = 'custom_fields.';

/** A name that nothing but a list of names decides on could be `__proto__`, which a plain assignment takes for something else. */
const put = (target: IDataObject, name: string, value: unknown): void => {
	Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
};

const own = (record: IDataObject, name: string): unknown => (Object.hasOwn(record, name) ? record[name] : undefined);

/**
 * @param fields names of the simplified record, names of Pylon's own record, and `custom_fields.<slug>`
 * @returns those fields; null where the record has none of that name
 */
function select(kind: SimplifiedKind, record: IDataObject, fields: string[]): IDataObject {
	const simple = simplifyRecord(kind, record);
	const result: IDataObject = {};
	for (const name of fields) {
		if (!name.startsWith(CUSTOM)) {
			put(result, name, own(simple, name) ?? own(record, name) ?? null);
			continue;
		}
		if (!isRecord(own(result, 'custom_fields'))) put(result, 'custom_fields', {});
		const slug = name.slice(CUSTOM.length);
		put(result.custom_fields as IDataObject, slug, own(simple.custom_fields as IDataObject, slug) ?? null);
	}
	return result;
}

/**
 * Gives a record the form in which it comes out, the same wherever a record comes out.
 * @param record of that kind, as Pylon sends it
 * @param fields for `selectedFields`: see `select`
 */
export function shapeRecord(kind: SimplifiedKind, record: IDataObject, output: Output, fields: string[] = []): IDataObject {
	if (output === 'raw') return record;
	return output === 'simplified' ? simplifyRecord(kind, record) : select(kind, record, fields);
}
