import type { IExecuteSingleFunctions, PreSendAction } from 'n8n-workflow';
import { isBlank } from '../../../shared/input';
import type { RecordKind } from '../../records/recordKind';
import { readPicked } from '../../records/readReference';
import { idOf } from '../../records/resolveReference';
import { announceRecord } from '../../records/batchLookUp';
import { parameterOnce } from '../../run/parameter';
import { readAndLookUp, type Check, type ReadAndLookUp, type Step } from '../../run/operationPlan';
import { ifEmptyIn, nothingFor } from '../ifEmpty';
import { queryOf } from '../query';
import { bodyOf } from '../values';

/** Where an operation keeps its parameters: at the top, or in one of its collections. */
const PLACES = ['', 'additionalFields.', 'updateFields.', 'filters.', 'options.'];

/**
 * @param context the item's context
 * @param parameter the name of a picker, e.g. `assigneeId`
 * @returns its value, with the mode that says how it names its record; undefined where there is no such parameter
 * @throws what n8n throws when an expression in it fails
 */
export function pickedIn(context: IExecuteSingleFunctions, parameter: string): unknown {
	for (const place of PLACES) {
		const picked = parameterOnce(context, `${place}${parameter}`);
		if (picked !== null && picked !== undefined) return picked;
	}
	return undefined;
}

const nameIn = (picked: unknown): unknown =>
	typeof picked === 'object' && picked !== null && 'value' in picked ? picked.value : picked;

/**
 * @param picked a picker's value, as `pickedIn` returns it
 * @returns whether the picker is empty
 */
export const namesNone = (picked: unknown): boolean => isBlank(nameIn(picked));

/** What else a reference in the body can do. */
export interface ReferenceOptions {
	/** Whether the reference can be cleared: Pylon removes it when it gets an empty text. */
	clearable?: boolean;
	/** Whether the picker may be empty: then nothing is sent. */
	optional?: boolean;
	/** Properties that Pylon takes instead of the ID, by the naming, e.g. `{ email: 'requester_email' }`. */
	as?: Record<string, string>;
	/** Where the ID goes; default: into the body. */
	to?: 'body' | 'query';
}

/**
 * For a picker in the body or the query: puts the record's ID there, looked up where the picker names the record in another
 * way. An empty picker is refused, or clears the reference where the user wants it so: a field that an expression does not
 * find must not detach anything.
 * @param kind the kind of the record
 * @param parameter the picker's name, e.g. `assigneeId`
 * @param property of the body or the query, e.g. `assignee_id`
 * @param displayName the picker's display name
 * @param options see `ReferenceOptions`
 * @returns a step that reads the picker, and a check that looks the record up. The step throws a WrongInput when the picker is
 * empty and may not be cleared or left out, and a NodeOperationError when it names no record; the check throws what `idOf`
 * throws.
 */
export function recordSteps(
	kind: RecordKind,
	parameter: string,
	property: string,
	displayName: string,
	{ clearable = false, optional = false, as = {}, to = 'body' }: ReferenceOptions = {},
): ReadAndLookUp {
	const read: Step = function (request) {
		const body = to === 'body' ? bodyOf(request) : queryOf(request);
		const picked = pickedIn(this, parameter);
		delete body[property];
		if (namesNone(picked) && optional) return;
		if (namesNone(picked)) {
			const ifEmpty = ifEmptyIn(this);
			if (ifEmpty !== 'clear' || !clearable) throw nothingFor(displayName, ifEmpty, clearable);
			body[property] = '';
			return;
		}
		const named = readPicked(this, picked, displayName, kind);
		body[as[named.mode] ?? property] = named.value;
		if (as[named.mode] === undefined) announceRecord(this, kind, named);
	};
	const lookUp: Check = async (call) => {
		const picked = pickedIn(call.context, parameter);
		if (namesNone(picked)) return;
		const named = readPicked(call.context, picked, displayName, kind);
		if (as[named.mode] !== undefined || kind.namings?.[named.mode] === undefined) return;
		const part = to === 'body' ? bodyOf(call.request) : (call.request.query ??= {});
		part[property] = await idOf(call, kind, displayName, named);
	};
	return { read, lookUp };
}

/**
 * @param reference see `recordSteps`
 * @returns the same for `routing.send.preSend` of the picker itself
 */
export const recordInBody = (...reference: Parameters<typeof recordSteps>): PreSendAction =>
	readAndLookUp(recordSteps(...reference));

/**
 * @param context the item's context
 * @param parameter the name of a picker
 * @returns whether it names a record
 */
export const isPicked = (context: IExecuteSingleFunctions, parameter: string): boolean =>
	!namesNone(pickedIn(context, parameter));
