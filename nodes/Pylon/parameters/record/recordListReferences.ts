import type { PreSendAction } from 'n8n-workflow';
import type { RecordKind } from '../../records/recordKind';
import { readEntry } from '../../records/readReference';
import { idOf } from '../../records/resolveReference';
import { wantRecord } from '../../records/batchLookUp';
import {
	readAndLookUp,
	type Call,
	type Check,
	type ReadAndLookUp,
	type Step,
} from '../../run/operationPlan';
import { ListChange } from '../lists/listChange';
import { bodyOf, placeOf } from '../values';

/** The IDs and names that stand in a list, be it whole or to be added or removed; none where the body has no such list. */
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
 * For a list of records, after the one that reads the list into the body: its entries may be emails, or what
 * else the kind is known by in lists (`SeveralNames`), and the IDs go in their place, in the same order and each once.
 * @param kind of the records
 * @param property of the body, e.g. `user_ids`; a list may be missing there
 * @param displayName of the parameter
 */
export function recordListSteps(
	kind: RecordKind,
	property: string,
	displayName: string,
): ReadAndLookUp {
	const read: Step = function (request) {
		const { holder, name } = placeOf(bodyOf(request), property);
		for (const entry of entriesIn(holder[name]))
			wantRecord(this, kind, readEntry(this, entry, displayName, kind));
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

/** `recordListSteps` for `routing.send.preSend` of the list itself. */
export const recordsInList = (...list: Parameters<typeof recordListSteps>): PreSendAction =>
	readAndLookUp(recordListSteps(...list));
