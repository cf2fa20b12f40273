import type { IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';
import { emptyInput, isBlank, isJsonObject, readChoice, WrongInput } from '../../shared/input';
import { beforeSending } from '../run/operationPlan';
import { addedParameter } from '../run/parameter';

/** What to do with an optional field that was added, and that has no value for an item. */
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

/** Refuses a value that is none of the choices, even where it would make no difference. */
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

/** Operations that create a record, in which nothing can be lost by leaving a field out. */
const CREATES = /^(create|import(Contact|Issue)$|uploadContent$)/;

/** Types that are always refused when they are empty: switches and choices. */
const CANNOT_BE_EMPTY = ['boolean', 'options'];

/**
 * @param fields the fields of a collection
 * @returns whether the option makes a difference to any of them
 */
export const canBeEmpty = (fields: INodeProperties[]): boolean =>
	fields.some(({ type }) => !CANNOT_BE_EMPTY.includes(type));

/**
 * @param operation the operation's value, e.g. `updateMany`
 * @returns the option for its collection of optional fields; undefined for operations that neither create nor update: what
 * is added there is never left out
 */
export function ifEmptyFor(operation: string): INodeProperties | undefined {
	if (operation === 'upsert') return ofUpsert;
	if (operation.startsWith('update')) return ofUpdate;
	return CREATES.test(operation) ? ofCreate : undefined;
}

/**
 * @param context the item's context
 * @returns what the user wants to be done with a field without a value; undefined where the operation has no such option
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

/**
 * @param canBeCleared whether Pylon can empty the field
 * @returns a sentence for the message of a refused value, where the user can choose otherwise
 */
export const emptyAdvice = (canBeCleared: boolean): string =>
	`To ${canBeCleared ? 'leave the field as it is or clear it' : 'leave the field out'} for such items, use '${DISPLAY_NAME}'.`;

/**
 * @param displayName display name of a field without a value
 * @param ifEmpty see `ifEmptyIn`; with `leaveOut`, only a field that is needed comes here
 * @param canBeCleared whether Pylon can empty the field
 * @returns the error for the field
 */
export function nothingFor(
	displayName: string,
	ifEmpty: IfEmpty | undefined,
	canBeCleared = false,
): WrongInput {
	if (ifEmpty === 'clear' && !canBeCleared) {
		return new WrongInput(
			`'${displayName}' is empty, and Pylon cannot clear it`,
			`Fill in '${displayName}' for this item, or choose 'Leave Out' under '${DISPLAY_NAME}'.`,
		);
	}
	const error = emptyInput(displayName);
	return ifEmpty === 'refuse'
		? new WrongInput(error.message, `${error.description} ${emptyAdvice(canBeCleared)}`)
		: error;
}

/**
 * Says of a list that is blank whether it is left out. One that has only blank entries counts as given until its reader has
 * looked into it; any other is left out before (`description/readParameters.ts`).
 * @param value of a list, see `isBlankList`
 * @param ifEmpty see `ifEmptyIn`
 * @returns whether the list is left out
 */
export const isLeftOutList = (value: unknown, ifEmpty: IfEmpty | undefined): boolean =>
	ifEmpty === 'leaveOut' && !isBlank(value);

/**
 * Reads an optional part of a group of fields, such as the label of an external ID. The editor leaves an untouched part
 * empty; null, undefined or another blank value comes from an expression.
 * @param context the item's context
 * @param entry an entry of the group, as n8n stores it
 * @param name the name of the part in it
 * @param displayName display name of the part
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
