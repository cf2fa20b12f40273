import type { PreSendAction } from 'n8n-workflow';
import type { RecordKind } from '../../records/recordKind';
import { readEntry } from '../../records/readReference';
import { idOf } from '../../records/resolveReference';
import { announceRecord } from '../../records/batchLookUp';
import {
	readAndLookUp,
	type Call,
	type Check,
	type ReadAndLookUp,
	type Step,
} from '../../run/operationPlan';
import { ListChange } from '../lists/listChange';
import { bodyOf, placeOf } from '../values';

/** The IDs and names in a list, be it whole or a change; none where the body has no such list. */
function entriesIn(list: unknown): string[] {
	if (list instanceof ListChange) return list.entries.map(({ key }) => key);
	return Array.isArray(list) ? (list as string[]) : [];
}

async function idsOf(
	call: Call,
	kind: RecordKind,
	displayName: string,
	entries: string[],
): Promise<string[]> {
	const ids = new Set<string>();
	for (const entry of entries)
		ids.add(await idOf(call, kind, displayName, readEntry(call.context, entry, displayName, kind)));
	return [...ids];
}

/**
 * For a list of records that another step has read into the body. Its entries may be emails, or other names of the kind in
 * lists (`SeveralNames`); IDs replace them, in the same order and each once.
 * @param kind the kind of the records
 * @param property of the body, e.g. `user_ids`; the body may lack it
 * @param displayName the parameter's display name
 * @returns a step that reads the names, and a check that looks the records up. They throw a NodeOperationError when an entry
 * cannot be read, or names no record or several.
 */
export function recordListSteps(
	kind: RecordKind,
	property: string,
	displayName: string,
): ReadAndLookUp {
	const read: Step = function (request) {
		const { holder, name } = placeOf(bodyOf(request), property);
		for (const entry of entriesIn(holder[name]))
			announceRecord(this, kind, readEntry(this, entry, displayName, kind));
	};
	const lookUp: Check = async (call) => {
		const { holder, name } = placeOf(bodyOf(call.request), property);
		const list: unknown = holder[name];
		const entries = entriesIn(list);
		if (entries.length === 0) return;
		const ids = await idsOf(call, kind, displayName, entries);
		holder[name] =
			list instanceof ListChange ? list.with(ids.map((id) => ({ key: id, value: id }))) : ids;
	};
	return { read, lookUp };
}

/**
 * @param list see `recordListSteps`
 * @returns the same for `routing.send.preSend` of the list itself
 */
export const recordsInList = (...list: Parameters<typeof recordListSteps>): PreSendAction =>
	readAndLookUp(recordListSteps(...list));
