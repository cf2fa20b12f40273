import type { GenericValue, IDataObject } from 'n8n-workflow';
import { isRecord } from '../../../shared/client/envelope';
import { NAMES_ERROR } from '../addNames';
import { simplifyAccount } from './account';
import { simplifyArticle } from './article';
import { simplifyContact } from './contact';
import { simplifyIssue } from './issue';
import { simplifyMessage } from './message';
import { simplifyTask } from './task';
import { ownValue } from '../../../shared/input';

/** Kinds of record that have a simplified form. */
const SIMPLIFIED = {
	account: simplifyAccount,
	article: simplifyArticle,
	contact: simplifyContact,
	issue: simplifyIssue,
	message: simplifyMessage,
	task: simplifyTask,
};

export type ShapedKind = keyof typeof SIMPLIFIED;

/** The form of the output that the user wants. */
export interface OutputChoice {
	output: 'simplified' | 'raw' | 'selected';
	/** For 'selected': names of fields of the simplified or the raw record, with dots for nested ones. */
	fields: string[];
	/** Whether names were looked up (`records/addNames.ts`). */
	withNames: boolean;
}

/** Slugs of custom fields may have dots in them, so the longest name that the record has wins. */
function valueAt(record: IDataObject, path: string): unknown {
	if (Object.hasOwn(record, path)) return record[path];
	for (let dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
		const name = path.slice(0, dot);
		const part = ownValue(record, name);
		if (isRecord(part)) return valueAt(part, path.slice(dot + 1));
	}
	return undefined;
}

/**
 * @param kind the kind of the record
 * @param record as Pylon sent it, with names where they were looked up; not changed
 * @param choice the user's choice
 * @param kept further fields of the raw record that are returned beside the simplified one
 * @returns what the node returns. An object without an ID is no record but says what happened, e.g. `{ success: true }`: it
 * stays as it is. A selected field that the record does not have is null.
 */
export function shapeRecord(
	kind: ShapedKind,
	record: IDataObject,
	choice: OutputChoice,
	kept: string[] = [],
): IDataObject {
	if (choice.output === 'raw' || record.id === undefined) return record;
	const simple: IDataObject = { ...SIMPLIFIED[kind](record, choice.withNames) };
	const keptToo = [...kept, NAMES_ERROR];
	for (const key of keptToo) if (record[key] !== undefined) simple[key] = record[key];
	if (choice.output === 'simplified') return simple;
	// n8n's guidelines want the ID in any case, so that a model can name the record.
	const fields = choice.fields.includes('id') ? choice.fields : ['id', ...choice.fields];
	const paths = [...fields, ...keptToo.filter((key) => Object.hasOwn(simple, key))];
	return Object.fromEntries(
		paths.map((path) => [
			path,
			(valueAt(simple, path) ?? valueAt(record, path) ?? null) as GenericValue,
		]),
	);
}
