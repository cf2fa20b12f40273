import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';

/** A request for records of one kind. */
export interface RecordQuery {
	/** E.g. `/knowledge-bases/{knowledgeBaseId}/articles`: limits go by it. */
	template: string;
	/** The template with its values in place, percent-encoded. Default: the template itself. */
	path?: string;
	/** Default GET. */
	method?: IHttpRequestMethods;
	qs?: IDataObject;
	body?: IDataObject;
}

/** A way to name a record beside its ID. */
export interface Naming {
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
}

/** What the editor needs to know to list records of a kind. */
export interface RecordList {
	/**
	 * @param search what the user has typed, if anything
	 * @param parameter reads another parameter of the node; throws a sentence that names it when it is empty
	 * @returns the request of the first page, without limit and cursor
	 */
	query: (search: string | undefined, parameter: (name: string) => string) => RecordQuery;
	/** Most records per page; 0 when the endpoint answers everything at once and knows neither cursor nor limit. */
	pageSize: number;
	/** Whether Pylon itself looks for what was typed; else it is looked for in the labels. */
	searchedByPylon?: boolean;
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
	/** What names a record in the API. Default: its `id`. */
	valueIn?: (record: IDataObject) => string;
	list: RecordList;
	/** By the name of the picker's mode. */
	namings?: Record<string, Naming>;
}

/**
 * @param name first part of a label
 * @param detail what tells records of one name apart
 * @returns e.g. `Ada Example (ada@example.com)`
 */
export function labelOf(name: unknown, detail: unknown): string {
	const [first, second] = [name, detail].map((part) => (typeof part === 'string' || typeof part === 'number' ? String(part).trim() : ''));
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
	return Array.isArray(list) ? list.filter((entry): entry is string => typeof entry === 'string') : [];
}
