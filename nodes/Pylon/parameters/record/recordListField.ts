import type { INodeProperties } from 'n8n-workflow';
import type { RecordKind } from '../../records/recordKind';
import { listInBody } from '../lists/lists';
import { sentField, type ReadSent, type SentField } from '../sentField';
import { recordsInList } from './recordListReferences';

/**
 * @param noun what the records are, in the singular, e.g. `Tag`
 * @returns the display name of a multi-select of such records, as n8n's lint wants it
 * (`n8n-nodes-base/node-param-display-name-wrong-for-dynamic-multi-options`)
 */
export const listName = (noun: string): string => `${noun} Names or IDs`;

/** What may replace an ID, by the naming (`SeveralNames`). */
const NAMES: Record<string, string> = { domain: 'domains', email: 'email addresses' };

function namesOf({ namings = {} }: RecordKind): string {
	const modes = Object.entries(namings).filter(([, { several }]) => several !== undefined);
	return modes.map(([mode]) => `, with ${NAMES[mode]} in place of IDs`).join('');
}

/** The parts of a field for a list of records. */
interface RecordList {
	/** In the singular, e.g. `Tag`, or what the records are here, e.g. `Reviewer`. */
	noun: string;
	/** The parameter's name, e.g. `tagIds`. */
	name: string;
	/** Name of the method that fetches the entries (editor/loadOptions.ts). */
	loadOptionsMethod: string;
	/** The parameter that the entries depend on, as n8n writes it, e.g. `trainingDataId.value`. */
	dependsOn?: string;
	/** In sentences, without the last full stop. */
	description: string;
	/** The kind of the records, where the user may name them in other ways than by ID (parameters/record/recordListReferences.ts). */
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
 * Makes a parameter that names several records: chosen from a list, as an array by expression, or as text with commas by
 * expression (`readList` reads all three). The operation reads it, or it has the entries of a `listChange`.
 * @param list its parts
 * @returns the parameter, which sends nothing by itself
 */
export const recordList = (list: RecordList): INodeProperties => ({
	...looksOf(list),
	type: 'multiOptions',
	default: [],
});

/** A list of records in the request. */
interface SentRecordList extends RecordList, Pick<SentField, 'property' | 'to'> {
	/** Read the list; default: as a list that may be empty. */
	read?: ReadSent[];
}

/**
 * @param list its parts, with Pylon's property
 * @returns `recordList` for a list that goes into the request, where IDs replace the other names of its entries
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
