import type {
	GenericValue,
	IDataObject,
	IExecuteSingleFunctions,
	INodeExecutionData,
} from 'n8n-workflow';
import { isBlank, readChoice } from '../../../shared/input';
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
	/** As Pylon takes it. */
	value: GenericValue;
}

/** A list that Pylon replaces as a whole on update. */
export interface ListKind {
	/** What messages call the parameter. */
	displayName: string;
	/** Of the body, e.g. `tags`. */
	property: string;
	/**
	 * @param values what stands in the parameter
	 * @throws NodeOperationError when that is no such list
	 */
	read: (context: IExecuteSingleFunctions, values: unknown) => ListEntry[];
	/** Of records, whose entries may be named by more than their IDs, and which the record has by ID. */
	records?: RecordKind;
	/** @returns the list that a record of Pylon has; undefined when the record does not tell */
	of: (record: IDataObject) => ListEntry[] | undefined;
	/**
	 * @param present entry of the record
	 * @param added entry of the same key
	 * @returns which of them counts. Default: the present one.
	 */
	meeting?: (present: ListEntry, added: ListEntry) => ListEntry;
	/** Brings the whole list in order after something was added. */
	settled?: (list: ListEntry[], added: ListEntry[]) => ListEntry[];
	/**
	 * Puts into the body what Pylon needs beside the changed list. Throws a NodeOperationError when the list must not be changed so.
	 * @param record before the change
	 */
	beside?: (
		context: InputContext,
		body: IDataObject,
		list: ListEntry[],
		record: IDataObject,
	) => void;
}

/** What can become of a list. */
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

/** Stands in the body until the record has been read. */
export class ListChange {
	constructor(
		readonly kind: ListKind,
		readonly mode: 'add' | 'remove',
		readonly entries: ListEntry[],
	) {}

	/** @returns the same change with other entries */
	with(entries: ListEntry[]): ListChange & GenericValue {
		return new ListChange(this.kind, this.mode, entries);
	}

	/** @returns undefined when nothing changes */
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
 * Puts whole lists into the body, in place of what shall be added to or removed from them; leaves out lists that stay as
 * they are.
 * @param context of the item
 * @param body of a request, after its steps
 * @param record as Pylon has it; an empty one when it is to be created
 * @throws NodeOperationError when the record does not tell its list, or a list must not be changed so
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
				`Pylon does not say which '${displayName}' the record has`,
				`Nothing was changed: what is there would be lost. Use the change 'Replace' and give all entries of '${displayName}'.`,
			);
		}
		const changed = change.appliedTo(present);
		delete body[property];
		if (changed === undefined) continue;
		beside?.(context, body, changed, record);
		body[property] = changed.map(({ value }) => value);
	}
}

/** Sends the update, unless nothing changes: then the record comes out as it was read. */
async function write(
	{ context, request, send }: Call,
	item: INodeExecutionData,
): Promise<INodeExecutionData[]> {
	const body = bodyOf(request);
	applyListChanges(context, body, item.json);
	return Object.keys(body).length === 0 ? [item] : await send(request);
}

/** The path of the record with its ID in place of what else names it. */
function pathById(request: OwnRequest, { json: { id } }: INodeExecutionData): string {
	const [name] = placeholdersIn(request.template);
	return pathOf(
		typeof id === 'string' ? { ...request, ids: { ...request.ids, [name]: id } } : request,
	);
}

/**
 * Pylon only takes whole lists and knows no condition such as a version (docs/pylon-api-notes.md#bodies): what somebody
 * else changes in the list between the reading and the writing is lost. Items of one run that write to the same record
 * do it one after the other anyway; here also those whose paths name it in different ways.
 */
const changeLists: Handler = async (call) => {
	const { context, request, send } = call;
	const read = async () => (await send({ template: request.template, ids: request.ids }))[0];
	if (changesIn(bodyOf(request)).length === 0) return await send(request);
	const item = await read();
	const path = pathById(request, item);
	if (path === pathOf(request)) return await write(call, item);
	return await withLock(
		context,
		[recordKey(path)],
		async (isFirst) => await write(call, isFirst ? item : await read()),
	);
};

/** As `parameters/lists/listChangeField.ts` stores it. */
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

/** Nothing at all clears a list where the user wants it so; there is nothing to add, and nothing to remove. */
function emptied(context: IExecuteSingleFunctions, { displayName }: ListKind, mode: string): [] {
	const ifEmpty = ifEmptyIn(context);
	if (ifEmpty === 'clear' && mode === 'replace') return [];
	throw nothingFor(displayName, ifEmpty, mode === 'replace');
}

/**
 * Of a list that is changed: reads the parameter out of the body, and leaves there the whole list, or what `changeLists` and
 * `applyListChanges` make one of.
 * @param kind of the list
 */
export const listChangeInBody = (kind: ListKind) =>
	beforeSending(function (request) {
		const body = bodyOf(request);
		const { mode, values } = readChange(this, body[kind.property], kind);
		const entries = isBlank(values) ? emptied(this, kind, mode) : kind.read(this, values);
		body[kind.property] =
			mode === 'replace'
				? entries.map(({ value }) => value)
				: new ListChange(kind, mode === 'remove' ? 'remove' : 'add', entries);
	});

/** A `preSend` for updates: reads the record once for all its lists; sends nothing when nothing changes, and puts out the record. */
export const changingLists = handledBy(changeLists);
