import type {
	GenericValue,
	IDataObject,
	IExecuteSingleFunctions,
	INodeExecutionData,
} from 'n8n-workflow';
import { isBlankList, readChoice } from '../../../shared/input';
import type { RecordKind } from '../../records/recordKind';
import { isRecord } from '../../../shared/client/envelope';
import { pathOf, placeholdersIn } from '../../../shared/client/pylonRequest';
import {
	beforeSending,
	handledBy,
	type Call,
	type Handler,
	type OwnRequest,
} from '../../run/operationPlan';
import { recordKey } from '../../../shared/api/endpoints';
import { withLock } from '../../run/keyedMutex';
import { ifEmptyIn, nothingFor } from '../ifEmpty';
import { bodyOf, wrongInput, type InputContext } from '../values';

/** An entry of a list, with the text by which two entries are compared. */
export interface ListEntry {
	key: string;
	/** The entry as Pylon takes it. */
	value: GenericValue;
}

/** A list that Pylon replaces as a whole on update. */
export interface ListKind {
	/** The parameter's name in messages. */
	displayName: string;
	/** The list's property in the body, e.g. `tags`. */
	property: string;
	/**
	 * @param context the item's context
	 * @param values the value of the parameter
	 * @returns the entries
	 * @throws NodeOperationError or WrongInput when the value is no such list
	 */
	read: (context: IExecuteSingleFunctions, values: unknown) => ListEntry[];
	/** The kind of the records in the list. The user may name them in other ways than by ID; the list has their IDs. */
	records?: RecordKind;
	/**
	 * @param record as Pylon sent it
	 * @returns the list in the record; undefined when the record does not tell
	 */
	of: (record: IDataObject) => ListEntry[] | undefined;
	/**
	 * @param present an entry of the record
	 * @param added an added entry with the same key
	 * @returns the entry that counts; default: the present one
	 */
	meeting?: (present: ListEntry, added: ListEntry) => ListEntry;
	/**
	 * @param list the whole list, after something was added
	 * @param added the added entries
	 * @returns the list in the form that Pylon needs; default: as it is
	 */
	settled?: (list: ListEntry[], added: ListEntry[]) => ListEntry[];
	/**
	 * Puts into the body what Pylon needs beside the changed list.
	 * @param context the item's context
	 * @param body the request's body
	 * @param list the changed list
	 * @param record the record before the change
	 * @throws NodeOperationError when the list must not be changed in this way
	 */
	beside?: (
		context: InputContext,
		body: IDataObject,
		list: ListEntry[],
		record: IDataObject,
	) => void;
}

/** The ways to change a list. */
export const LIST_CHANGES = [
	{
		name: 'Add',
		value: 'add',
		description: 'Add to the current list. Nothing is sent if the list already has all of them.',
	},
	{
		name: 'Remove',
		value: 'remove',
		description: 'Remove from the current list. Nothing is sent if the list has none of them.',
	},
	{ name: 'Replace', value: 'replace', description: 'Replace the current list' },
];

/** Is in the body, in place of the list, until the record has been read. */
export class ListChange {
	constructor(
		readonly kind: ListKind,
		readonly mode: 'add' | 'remove',
		readonly entries: ListEntry[],
	) {}

	/**
	 * @param entries other entries, in the order in which they are to be added
	 * @returns the same change with these entries
	 */
	with(entries: ListEntry[]): ListChange & GenericValue {
		return new ListChange(this.kind, this.mode, entries);
	}

	/**
	 * @param list the list in the record
	 * @returns the list after the change; undefined when nothing changes
	 */
	appliedTo(list: ListEntry[]): ListEntry[] | undefined {
		const { meeting = (present: ListEntry) => present, settled = (all: ListEntry[]) => all } =
			this.kind;
		const given = new Map(this.entries.map((entry) => [entry.key, entry]));
		const present = new Set(list.map(({ key }) => key));
		const changed =
			this.mode === 'remove'
				? list.filter(({ key }) => !given.has(key))
				: settled(
						[
							...list.map((entry) =>
								given.has(entry.key) ? meeting(entry, given.get(entry.key) as ListEntry) : entry,
							),
							...[...given.values()].filter(({ key }) => !present.has(key)),
						],
						this.entries,
					);
		return JSON.stringify(changed) === JSON.stringify(list) ? undefined : changed;
	}
}

const changesIn = (body: IDataObject): ListChange[] =>
	Object.values(body).filter(
		(value): value is ListChange & GenericValue => value instanceof ListChange,
	);

/**
 * Replaces changes in the body by whole lists; leaves out lists that stay as they are.
 * @param context the item's context
 * @param body the request's body, after all steps
 * @param record as Pylon has it; empty when it is to be created
 * @throws NodeOperationError when the record does not tell its list, or a list must not be changed in this way
 */
export function applyListChanges(
	context: InputContext,
	body: IDataObject,
	record: IDataObject,
): void {
	for (const change of changesIn(body)) {
		const { property, displayName, of, beside } = change.kind;
		const present = of(record);
		if (present === undefined) {
			throw wrongInput(
				context,
				`Pylon does not return the '${displayName}' of the record`,
				`Nothing was changed, since existing entries would be lost. Use the change 'Replace' with all entries of '${displayName}'.`,
			);
		}
		const changed = change.appliedTo(present);
		delete body[property];
		if (changed === undefined) continue;
		beside?.(context, body, changed, record);
		body[property] = changed.map(({ value }) => value);
	}
}

/** Sends the update, unless nothing changes: then returns the record as it was read. */
async function write(
	{ context, request, send }: Call,
	record: IDataObject,
): Promise<INodeExecutionData[]> {
	const body = bodyOf(request);
	applyListChanges(context, body, record);
	return Object.keys(body).length === 0 ? [{ json: record }] : await send(request);
}

/** The path of the record with its ID instead of another name. */
function pathById(request: OwnRequest, { id }: IDataObject): string {
	const [name] = placeholdersIn(request.template);
	return pathOf(
		typeof id === 'string' && name !== undefined
			? { ...request, ids: { ...request.ids, [name]: id } }
			: request,
	);
}

/**
 * Pylon only takes whole lists and knows no condition such as a version (docs/pylon-api-notes.md#bodies): what somebody else
 * changes in the list between the reading and the writing is lost. Items of one run that write to the same record go one
 * after the other anyway; here that includes items whose paths name it in different ways.
 */
const changeLists: Handler = async (call) => {
	const { context, request, send, sendForRecord } = call;
	const read = async () => await sendForRecord({ template: request.template, ids: request.ids });
	if (changesIn(bodyOf(request)).length === 0) return await send(request);
	const record = await read();
	const path = pathById(request, record);
	if (path === pathOf(request)) return await write(call, record);
	return await withLock(
		context,
		[recordKey(path)],
		async (isFirst) => await write(call, isFirst ? record : await read()),
	);
};

/** Reads the form in which `parameters/lists/listChangeField.ts` stores the change. */
function readChange(
	context: InputContext,
	given: unknown,
	kind: ListKind,
): { mode: string; values: unknown } {
	const change = isRecord(given) ? given.change : undefined;
	if (!isRecord(change)) {
		throw wrongInput(
			context,
			`'${kind.displayName}' has no change`,
			`Add a change under '${kind.displayName}' and fill it in, or remove '${kind.displayName}'.`,
		);
	}
	const { mode, values } = { mode: 'add', values: undefined, ...change };
	return { mode: readChoice(mode, `Change of '${kind.displayName}'`, LIST_CHANGES), values };
}

/** Without any value, 'Replace' clears a list where the user wants it so; there is nothing to add or to remove. */
function emptied(context: IExecuteSingleFunctions, { displayName }: ListKind, mode: string): [] {
	const ifEmpty = ifEmptyIn(context);
	if (ifEmpty === 'clear' && mode === 'replace') return [];
	throw nothingFor(displayName, ifEmpty, mode === 'replace');
}

/**
 * @param kind the kind of list
 * @returns a `preSend` that reads the parameter out of the body, and leaves there the whole list, or a `ListChange`, which
 * `changeLists` and `applyListChanges` replace by a whole list
 */
export const listChangeInBody = (kind: ListKind) =>
	beforeSending(function (request) {
		const body = bodyOf(request);
		const { mode, values } = readChange(this, body[kind.property], kind);
		const entries = isBlankList(values) ? emptied(this, kind, mode) : kind.read(this, values);
		body[kind.property] =
			mode === 'replace'
				? entries.map(({ value }) => value)
				: new ListChange(kind, mode === 'remove' ? 'remove' : 'add', entries);
	});

/** A `preSend` for updates: reads the record once for all its lists; when nothing changes, sends nothing and returns the record. */
export const changingLists = handledBy(changeLists);
