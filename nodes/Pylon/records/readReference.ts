import type { INode } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { toId } from '../run/recordId';
import type { RecordKind } from './recordKind';

/** How a picker names its record. */
export interface Named {
	/** `id`, `list` or one of the kind's namings. */
	mode: string;
	value: string;
}

/** What reading a picker needs; the editor, which opens a list, has no items. */
interface Reader {
	getNode: () => INode;
	getItemIndex?: () => number;
}

const EMAIL = /^[^\s@]+@[^\s@]+$/;

/** Pylon's address of an issue ends in `/issues?issueNumber=1042` (docs/pylon-api-notes.md#issue-link). */
const issueNumberIn = (address: string): string | undefined => /[?&]issueNumber=(\d+)/.exec(address)?.[1];

/**
 * Reads a picker. An expression may yield the bare ID; what looks like an email address, or the number or address of an
 * issue, where an ID should be is taken for that where the kind knows such: IDs of Pylon are UUIDs
 * (docs/pylon-api-notes.md#ids).
 * @param context of the item
 * @param picked value of the parameter: of a locator, or what an expression put in its place
 * @param displayName of the parameter
 * @param kind of the record, when it has other names than its ID
 * @throws NodeOperationError when it is empty or names no record
 */
export function readPicked(context: Reader, picked: unknown, displayName: string, kind?: RecordKind): Named {
	const locator =
		typeof picked === 'object' && picked !== null && 'value' in picked
			? (picked as { mode?: string; value: unknown })
			: { mode: 'id', value: picked };
	const value = toId(locator.value, displayName, context.getNode(), context.getItemIndex?.());
	const { mode = 'id' } = locator;
	if (mode === 'url') {
		const number = issueNumberIn(value);
		if (number !== undefined) return { mode: 'number', value: number };
		throw new NodeOperationError(context.getNode(), `'${displayName}' is not the address of an issue`, {
			itemIndex: context.getItemIndex?.(),
			description: `It is '${value}'. The address of an issue looks like https://app.usepylon.com/issues?issueNumber=1042; otherwise name the issue by its number or ID.`,
		});
	}
	if (mode === 'email' && !EMAIL.test(value)) {
		throw new NodeOperationError(context.getNode(), `'${displayName}' is not an email address`, {
			itemIndex: context.getItemIndex?.(),
			description: `It is '${value}'. Write one address like ada@example.com, or name the record another way.`,
		});
	}
	if (mode === 'number') return { mode, value: value.replace(/^#/, '') };
	if (mode !== 'id' && mode !== 'list') return { mode, value };
	if (kind?.namings?.email !== undefined && EMAIL.test(value)) return { mode: 'email', value };
	const number = /^#?(\d+)$/.exec(value)?.[1] ?? issueNumberIn(value);
	if (kind?.namings?.number !== undefined && number !== undefined) return { mode: 'number', value: number };
	return { mode, value };
}

/**
 * Reads an entry of a list of records, or what a condition compares a record with: an ID, or one of the names that can be
 * told from an ID by themselves (`SeveralNames`).
 * @param context of the item
 * @param entry without surrounding white space
 * @param displayName of the parameter
 * @param kind of the records
 * @throws NodeOperationError when it is neither
 */
export function readEntry(context: Reader, entry: string, displayName: string, kind: RecordKind): Named {
	const mode = Object.entries(kind.namings ?? {}).find(([, { several }]) => several?.isName(entry) === true)?.[0] ?? 'id';
	if (mode !== 'email' || EMAIL.test(entry)) return { mode, value: entry };
	throw new NodeOperationError(context.getNode(), `'${displayName}' has an entry that is neither an ID nor an email address`, {
		itemIndex: context.getItemIndex?.(),
		description: `It is '${entry}'. Name each ${kind.noun} by the ID or by one address like ada@example.com.`,
	});
}
