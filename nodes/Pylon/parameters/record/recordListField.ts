import type { INodeProperties } from 'n8n-workflow';
import type { RecordKind } from '../../records/recordKind';

/** What n8n's lint wants multi-selects to be called, and what messages call them. */
export const listName = (noun: string): string => `${noun} Names or IDs`;

/** What may stand for an ID, by the naming (`SeveralNames`). */
const NAMES: Record<string, string> = { domain: 'domains', email: 'email addresses' };

function namesOf({ namings = {} }: RecordKind): string {
	const modes = Object.keys(namings).filter((mode) => namings[mode].several !== undefined);
	return modes.map((mode) => `; ${NAMES[mode]} may stand for IDs`).join('');
}

/**
 * A parameter that names several records: chosen from a list, as an array by expression, or as text with commas by
 * expression (`toList` reads all three).
 * @param noun e.g. `Tag`, or what the records are here, e.g. `Reviewer`
 * @param name of the parameter, e.g. `tagIds`
 * @param loadOptionsMethod brings the entries (editor/loadOptions.ts)
 * @param description sentences without the last full stop
 * @param kind of the records, where they may be named by more than their IDs (parameters/record/recordListReferences.ts)
 */
export const recordList = (
	noun: string,
	name: string,
	loadOptionsMethod: string,
	description: string,
	kind?: RecordKind,
): INodeProperties => ({
	displayName: listName(noun),
	name,
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod },
	default: [],
	description: `${description}. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>: an array, or text with commas${kind === undefined ? '' : namesOf(kind)}.`,
});
