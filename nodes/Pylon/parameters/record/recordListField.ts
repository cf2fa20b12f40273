import type { INodeProperties } from 'n8n-workflow';
import type { RecordKind } from '../../records/recordKind';
import { listInBody } from '../lists/lists';
import { sentField, type ReadSent, type SentField } from '../sentField';
import { recordsInList } from './recordListReferences';

/** What n8n's lint wants multi-selects to be called, and what messages call them. */
export const listName = (noun: string): string => `${noun} Names or IDs`;

/** What may stand for an ID, by the naming (`SeveralNames`). */
const NAMES: Record<string, string> = { domain: 'domains', email: 'email addresses' };

function namesOf({ namings = {} }: RecordKind): string {
	const modes = Object.keys(namings).filter((mode) => namings[mode].several !== undefined);
	return modes.map((mode) => `, with ${NAMES[mode]} in place of IDs`).join('');
}

/** What is said of a list of records. */
interface RecordList {
	/** E.g. `Tag`, or what the records are here, e.g. `Reviewer`. */
	noun: string;
	/** Of the parameter, e.g. `tagIds`. */
	name: string;
	/** Brings the entries (editor/loadOptions.ts). */
	loadOptionsMethod: string;
	/** The parameter that the entries hang on, as n8n writes it, e.g. `trainingDataId.value`. */
	dependsOn?: string;
	/** Sentences without the last full stop. */
	description: string;
	/** Of the records, where they may be named by more than their IDs (parameters/record/recordListReferences.ts). */
	kind?: RecordKind;
	required?: boolean;
}

function looksOf({
	noun,
	name,
	loadOptionsMethod,
	dependsOn,
	description,
	kind,
	required,
}: RecordList) {
	return {
		displayName: listName(noun),
		name,
		typeOptions: {
			loadOptionsMethod,
			...(dependsOn !== undefined && { loadOptionsDependsOn: [dependsOn] }),
		},
		description: `${description}. An expression can give an array or comma-separated text${kind === undefined ? '' : namesOf(kind)}. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.`,
		...(required !== undefined && { required }),
	};
}

/**
 * A parameter that names several records: chosen from a list, as an array by expression, or as text with commas by
 * expression (`readList` reads all three). It is read by the operation, or stands for the entries of a `listChange`.
 * @param list what is said of it
 */
export const recordList = (list: RecordList): INodeProperties => ({
	...looksOf(list),
	type: 'multiOptions',
	default: [],
});

/** A list of records in the request. */
interface SentRecordList extends RecordList, Pick<SentField, 'property' | 'to'> {
	/** What reads the list. Default: as a list that may be empty. */
	read?: ReadSent[];
}

/**
 * `recordList` for a list that goes into the request, with IDs in place of what else its entries are named by.
 * @param list what is said of it
 */
export function recordListField({
	property,
	to,
	read = [listInBody],
	...list
}: SentRecordList): INodeProperties {
	const { kind } = list;
	const lookUp: ReadSent[] =
		kind === undefined ? [] : [(...place) => recordsInList(kind, ...place)];
	return sentField('multiOptions', [], { ...looksOf(list), property, to }, ...read, ...lookUp);
}
