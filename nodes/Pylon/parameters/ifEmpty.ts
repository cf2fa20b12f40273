import type { IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';
import { emptyInput, isBlank, isJsonObject, readChoice, WrongInput } from '../../shared/input';
import { beforeSending } from '../run/operationPlan';
import { addedParameter } from '../run/parameter';

/** What to do with an optional field that was added, and whose value is nothing for an item. */
export type IfEmpty = 'clear' | 'leaveOut' | 'refuse';

const DISPLAY_NAME = 'If a Value Is Empty';

const LEAVE_OUT = {
	name: 'Leave Out',
	value: 'leaveOut',
	description:
		'Treat the field as if it had not been added for this item. Empty switches and choices are still refused.',
} as const;

const REFUSE = {
	name: 'Refuse',
	value: 'refuse',
	description: 'Send nothing for this item, and fail with the name of the field',
} as const;

const CLEAR = {
	name: 'Clear',
	value: 'clear',
	description:
		'Empty the field of the record, if Pylon can: optional texts, lists, custom fields and most references to other records',
} as const;

/** Refuses another value than the choices, also where it would make no difference. */
export const ifEmptyIsKnown = beforeSending(function () {
	ifEmptyIn(this);
});

const option = (choices: INodeProperties['options'], ifEmpty: IfEmpty): INodeProperties => ({
	displayName: DISPLAY_NAME,
	name: 'ifEmpty',
	type: 'options',
	default: ifEmpty,
	description:
		'What to do if an expression returns nothing for a field that you have added, for example for an empty cell',
	options: choices,
	routing: { send: { preSend: [ifEmptyIsKnown] } },
});

const CHOICES = [CLEAR, LEAVE_OUT, REFUSE];

const ofCreate = option([LEAVE_OUT, REFUSE], 'leaveOut');
const ofUpdate = option(CHOICES, 'refuse');
const ofUpsert = option(CHOICES, 'leaveOut');

/** Operations that make a record, in which nothing can be lost by leaving a field out. */
const CREATES = /^(create|import(Contact|Issue)$|uploadContent$)/;

/** Switches and choices are refused whatever the user wants. */
const CANNOT_BE_EMPTY = ['boolean', 'options'];

/**
 * @param fields of a collection
 * @returns whether the option makes a difference to any of them
 */
export const canBeEmpty = (fields: INodeProperties[]): boolean =>
	fields.some(({ type }) => !CANNOT_BE_EMPTY.includes(type));

/**
 * @param operation its value, e.g. `updateMany`
 * @returns the option that belongs into its collection of optional fields; undefined for operations that neither create
 * nor update: what is added there is never left out
 */
export function ifEmptyFor(operation: string): INodeProperties | undefined {
	if (operation === 'upsert') return ofUpsert;
	if (operation.startsWith('update')) return ofUpdate;
	return CREATES.test(operation) ? ofCreate : undefined;
}

/**
 * @param context of the item
 * @returns what the user wants to be done with nothing; undefined where the operation does not ask
 * @throws WrongInput when the option is none of its choices
 */
export function ifEmptyIn(context: IExecuteSingleFunctions): IfEmpty | undefined {
	const standard = ifEmptyFor(String(context.getNodeParameter('operation', '')));
	if (standard === undefined) return undefined;
	const added = addedParameter(context, 'ifEmpty');
	return added === undefined
		? (standard.default as IfEmpty)
		: readChoice(added.value, DISPLAY_NAME, CHOICES);
}

/** What the message of a refused value adds where the user can have it otherwise. */
export const emptyAdvice = (canBeCleared: boolean): string =>
	`To ${canBeCleared ? 'leave the field as it is or to empty it' : 'leave the field out'} for such items, choose so under '${DISPLAY_NAME}'.`;

/**
 * @param displayName of a field whose value is nothing
 * @param ifEmpty see `ifEmptyIn`; a field that is to be left out gets here only when it is needed
 * @param canBeCleared whether Pylon can empty the field
 * @returns why the value cannot be used
 */
export function nothingFor(
	displayName: string,
	ifEmpty: IfEmpty | undefined,
	canBeCleared = false,
): WrongInput {
	if (ifEmpty === 'clear' && !canBeCleared) {
		return new WrongInput(
			`'${displayName}' is empty, and Pylon cannot empty it`,
			`Fill in '${displayName}' for this item, or choose 'Leave Out' under '${DISPLAY_NAME}'.`,
		);
	}
	const error = emptyInput(displayName);
	return ifEmpty === 'refuse'
		? new WrongInput(error.message, `${error.description} ${emptyAdvice(canBeCleared)}`)
		: error;
}

/**
 * Reads an optional part of a group of fields, such as the label of an external ID. The editor leaves an untouched part
 * empty; what is null, undefined or blank otherwise is what an expression has found.
 * @param context of the item
 * @param entry of the group, as n8n stores it
 * @param name of the part in it
 * @param displayName of the part
 * @returns its value; undefined when it is not given
 * @throws WrongInput when an expression yields nothing, and the user does not want such values to be left out
 */
export function partIn(
	context: IExecuteSingleFunctions,
	entry: object,
	name: string,
	displayName: string,
): unknown {
	const value = Object.hasOwn(entry, name) ? (entry as Record<string, unknown>)[name] : '';
	const content = isJsonObject(value) && '__rl' in value ? value.value : value;
	if (!isBlank(content)) return value;
	if (content === '' || ifEmptyIn(context) === 'leaveOut') return undefined;
	throw emptyInput(displayName);
}
