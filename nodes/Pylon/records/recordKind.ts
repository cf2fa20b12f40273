import type { IDataObject } from 'n8n-workflow';
import type { PylonRequest } from '../../shared/client/pylonRequest';
import { fieldText } from '../../shared/client/envelope';
import { htmlToText } from '../../shared/html/htmlToText';

/** A request for records of one kind. */
export interface RecordQuery extends PylonRequest {
	body?: IDataObject;
	/** Whether the answer is one record, and a 404 stands for none. */
	one?: boolean;
}

/** A way to name a record beside its ID. */
export interface Naming {
	/** The mode's box in the editor has room for eight letters (n8n-editor-ui 2.41). */
	displayName: string;
	placeholder: string;
	hint?: string;
	/** For the sentence `No contact has the email 'ada@example.com'`. */
	noun: string;
	/**
	 * @param value what the user filled in, without surrounding white space
	 * @returns the request that finds the records of that name
	 */
	query: (value: string) => RecordQuery;
	/** Whether Pylon takes it in a path in place of the ID. */
	inPath?: boolean;
	/** Whether a record that was found really has that name. Default: every record has. */
	matches?: (record: IDataObject, value: string) => boolean;
	/** How many of such names are looked up at once: those in lists, and those of all items of a run. */
	several?: SeveralNames;
}

/** What finds the records of many names with one request. */
export interface SeveralNames {
	/**
	 * @param values names, each as the user filled it in
	 * @returns the request that finds the records that have one of them
	 */
	query: (values: string[]) => RecordQuery;
	/** Whether a record that was found has the name. */
	has: (record: IDataObject, value: string) => boolean;
}

/** What the editor needs to know to list records of a kind. */
export interface RecordList {
	/** Parameter that names what the records belong to, e.g. `knowledgeBaseId`: only its own are listed. */
	within?: string;
	/** Parameter that names what the records belong to, wherever it stands: its own are listed, or all while nothing is chosen. */
	narrowedBy?: string;
	/** Values that the list is asked for one after the other, each a page of its own, e.g. the types of custom fields. */
	parts?: string[];
	/**
	 * @param search what the user has typed, if anything
	 * @param of value of `within` or `narrowedBy` (the ID of the record) or of one of `parts`, whichever the list has
	 * @returns the request of the first page, without limit and cursor
	 */
	query: (search: string | undefined, of: string) => RecordQuery;
	/** Most records per page; 0 when the endpoint answers everything at once. */
	pageSize: number;
	/** Whether there is no second page, so that a full one may not be all. */
	isOnePage?: boolean;
	/** Whether Pylon itself looks for what was typed; else it is looked for in the labels. */
	searchedByPylon?: boolean;
	/** Which of the records the picker offers. Default: all. */
	only?: (record: IDataObject) => boolean;
	/** Whether Pylon sends the oldest first and people want the newest. Default: what comes at once is listed by label. */
	oldestFirst?: boolean;
	/** For records that Pylon lists nowhere: the query finds others that refer to them. For pickers only. */
	through?: Through;
	/** What the picker says below the list. */
	hint?: string;
}

/** The way from records that the query of a list finds to those that the list is of. */
export interface Through {
	/** @returns ID of the record that a found one refers to; null when it refers to none */
	idIn: (found: IDataObject) => unknown;
	/** @returns the request that reads the record */
	query: (id: string) => RecordQuery;
}

/** A kind of record that parameters refer to. */
export interface RecordKind {
	/** In the middle of a sentence, e.g. `contact`. */
	noun: string;
	/** E.g. `contacts`. */
	plural: string;
	/** Name of its list among the node's `listSearch` methods, e.g. `searchContacts`. */
	listSearch: string;
	/** What tells a record from the others, e.g. `Ada Example (ada@example.com)`. */
	label: (record: IDataObject) => string;
	/**
	 * @param record of the list
	 * @param app address of Pylon's app, where it is known
	 * @returns where people see the record in Pylon; undefined when that is not known
	 */
	url?: (record: IDataObject, app?: string) => string | undefined;
	/** What names a record in the API. Default: its `id`. */
	valueIn?: (record: IDataObject) => string;
	list: RecordList;
	/** By the name of the picker's mode. */
	namings?: Record<string, Naming>;
}

/**
 * @param search what the user has typed, if anything
 * @param conditions of the search endpoint, by what was typed; a record that meets one of them is found
 * @returns the body of the search: without anything typed, every record
 */
export function searchBody(
	search: string | undefined,
	conditions: (search: string) => IDataObject[],
): IDataObject {
	if (search === undefined) return {};
	const subfilters = conditions(search);
	return { filter: subfilters.length === 1 ? subfilters[0] : { operator: 'or', subfilters } };
}

/**
 * @param name first part of a label
 * @param detail what tells records of one name apart
 * @returns e.g. `Ada Example (ada@example.com)`
 */
export function labelOf(name: unknown, detail: unknown): string {
	const [first, second] = [name, detail].map((part) => fieldText(part));
	if (first === '') return second;
	return second === '' ? first : `${first} (${second})`;
}

/**
 * @param record of Pylon
 * @param property that holds a list of text
 * @returns its entries; none when there is no such list
 */
export function textsOf(record: IDataObject, property: string): string[] {
	const list = record[property];
	return Array.isArray(list)
		? list.filter((entry): entry is string => typeof entry === 'string')
		: [];
}

/**
 * @param moment RFC 3339, as Pylon writes it
 * @returns its day, e.g. `2026-11-20`; empty when there is none
 */
export function dayOf(moment: unknown): string {
	return typeof moment === 'string' ? moment.slice(0, 10) : '';
}

/**
 * @param details of a record, from the most telling one; empty ones are left out
 * @returns them in one line, e.g. `in progress, 2026-11-20`
 */
export function detailsOf(...details: unknown[]): string {
	return details
		.filter(
			(detail): detail is string | number =>
				(typeof detail === 'string' && detail !== '') || typeof detail === 'number',
		)
		.map((detail) => fieldText(detail).replace(/_/g, ' '))
		.join(', ');
}

/**
 * @param html a message
 * @returns its beginning as text, for a label
 */
export function excerptOf(html: unknown): string {
	// More than the label holds, since white space falls away.
	const text = typeof html === 'string' ? htmlToText(html, 500).replace(/\s+/g, ' ').trim() : '';
	return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
