import type { IDataObject } from 'n8n-workflow';
import type { PylonRequest } from '../../shared/client/pylonRequest';
import { fieldText } from '../../shared/client/envelope';
import { htmlToText } from '../../shared/html/htmlToText';
import { joined } from './joined';

/** A request for records of one kind. */
export interface RecordQuery extends PylonRequest {
	body?: IDataObject;
	/** Whether the answer is one record, and a 404 stands for none. */
	one?: boolean;
}

/** A way to name a record besides its ID. */
export interface Naming {
	/** For the mode's box in the editor, which has room for eight letters (n8n-editor-ui 2.41). */
	displayName: string;
	placeholder: string;
	hint?: string;
	/** For the sentence `No contact has the email 'ada@example.com'`. */
	noun: string;
	/**
	 * @param value what the user typed, without surrounding white space
	 * @returns the request that finds the records with that name
	 */
	query: (value: string) => RecordQuery;
	/** Whether Pylon takes the name in a path instead of the ID. */
	inPath?: boolean;
	/** Whether a found record really has the name; default: every found record has. */
	matches?: (record: IDataObject, value: string) => boolean;
	/** How many such names are looked up at once: those in lists, and those of all items of a run. */
	several?: SeveralNames;
}

/** Finds the records of many names by one request. */
export interface SeveralNames {
	/**
	 * @param values names, each as the user typed it
	 * @returns the request that finds the records with one of them
	 */
	query: (values: string[]) => RecordQuery;
	/** Whether a found record has the name. */
	has: (record: IDataObject, value: string) => boolean;
}

/** What the editor needs to know to list records of a kind. */
export interface RecordList {
	/** The parameter that names the record to which the listed ones belong, e.g. `knowledgeBaseId`: only its own are listed. */
	within?: string;
	/** The same, in whichever collection the parameter is: all are listed while nothing is chosen. */
	narrowedBy?: string;
	/** Values for which the list is read one after the other, each as a page of its own, e.g. the types of custom fields. */
	parts?: string[];
	/**
	 * @param search what the user has typed; undefined when nothing
	 * @param of the value of `within` or `narrowedBy` (the ID of the record) or one of `parts`, whichever the list has
	 * @returns the request for the first page, without limit and cursor
	 */
	query: (search: string | undefined, of: string) => RecordQuery;
	/** Most records per page; 0 when the endpoint sends everything at once. */
	pageSize: number;
	/** Whether there is no second page, so that a full one may not be all. */
	isOnePage?: boolean;
	/** Whether Pylon itself searches for what was typed; otherwise the node searches the labels. */
	searchedByPylon?: boolean;
	/** Which of the records the picker offers. Default: all. */
	only?: (record: IDataObject) => boolean;
	/** Whether Pylon sends the oldest first and people want the newest; default: a list that comes at once is sorted by label. */
	oldestFirst?: boolean;
	/** For records that Pylon lists nowhere: the query finds others that refer to them. For pickers only. */
	through?: Through;
	/** What the picker says below the list. */
	hint?: string;
}

/** The way from the found records to the listed ones. */
export interface Through {
	/** @returns the ID of the record that a found one refers to; null when it refers to none */
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
	/** A text that tells a record from others, e.g. `Ada Example (ada@example.com)`. */
	label: (record: IDataObject) => string;
	/**
	 * @param record a record of the list
	 * @param app address of Pylon's app, where it is known
	 * @returns where people see the record in Pylon; undefined when that is not known
	 */
	url?: (record: IDataObject, app?: string) => string | undefined;
	/** The record's name in the API; default: its `id`. */
	valueIn?: (record: IDataObject) => string;
	list: RecordList;
	/** The ways to name such a record, by the picker's mode. */
	namings?: Record<string, Naming>;
}

/**
 * @param search what the user has typed; undefined when nothing
 * @param conditions make the endpoint's conditions of it; a record that meets one of them is found
 * @returns the body of the search; without anything typed, it finds every record
 */
export function searchBody(
	search: string | undefined,
	conditions: (search: string) => IDataObject[],
): IDataObject {
	if (search === undefined) return {};
	const subfilters = conditions(search);
	return { filter: joined('or', subfilters) };
}

/**
 * @param name the first part of the label
 * @param detail tells records of one name apart
 * @returns e.g. `Ada Example (ada@example.com)`
 */
export function labelOf(name: unknown, detail: unknown): string {
	const first = fieldText(name);
	const second = fieldText(detail);
	if (first === '') return second;
	return second === '' ? first : `${first} (${second})`;
}

/**
 * @param record a record of Pylon
 * @param property a property with a list of text
 * @returns its entries; none when there is no such list
 */
export function textsOf(record: IDataObject, property: string): string[] {
	const list = record[property];
	return Array.isArray(list)
		? list.filter((entry): entry is string => typeof entry === 'string')
		: [];
}

/**
 * @param moment in RFC 3339, as Pylon writes it
 * @returns its day, e.g. `2026-11-20`; empty when there is none
 */
export function dayOf(moment: unknown): string {
	return typeof moment === 'string' ? moment.slice(0, 10) : '';
}

/**
 * @param details of a record, the most telling one first; empty ones are left out
 * @returns the details in one line, e.g. `in progress, 2026-11-20`
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
