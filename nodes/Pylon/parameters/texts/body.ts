import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import {
	emailKey,
	findChoice,
	isBlank,
	isBlankList,
	readDomain,
	readEmail,
	readFreeText,
	readId,
	readText,
	type Choice,
} from '../../../shared/input';
import { ifEmptyIn, isLeftOutList, nothingFor } from '../ifEmpty';
import { beforeSending, type Step } from '../../run/operationPlan';
import { bodyOf, placeOf, wrongInput } from '../values';

/** Reads one value of a body. */
type Read<T> = (value: unknown, displayName: string, context: IExecuteSingleFunctions) => T;

/** What a field of the body can do. */
export interface BodyOptions {
	/** What Pylon gets in order to empty the field; undefined where it cannot be emptied. */
	cleared?: string | string[];
	/** Whether the field, which every form of the operation shows, may stay empty: then nothing is sent. */
	optional?: boolean;
}

/**
 * Makes `preSend` functions that put a value into the body as its reader returns it. A missing value is emptied or refused,
 * as 'If a Value Is Empty' says; a field that is to be left out does not come here (`description/readParameters.ts`).
 * @param read the reader of the parameter's kind
 * @returns a function that makes the `preSend` of a property. The `preSend` throws WrongInput when it refuses the value.
 */
export const inBody =
	<T extends IDataObject[string]>(read: Read<T>) =>
	(property: string, displayName: string, { cleared, optional = false }: BodyOptions = {}) =>
		beforeSending(function (request) {
			const { holder, name } = placeOf(bodyOf(request), property);
			const value: unknown = holder[name];
			const isBlankHere = Array.isArray(cleared) ? isBlankList : isBlank;
			if (!isBlankHere(value)) {
				holder[name] = read(value, displayName, this);
				return;
			}
			const ifEmpty = optional ? undefined : ifEmptyIn(this);
			if (optional || isLeftOutList(value, ifEmpty)) {
				delete holder[name];
				return;
			}
			if (ifEmpty !== 'clear' || cleared === undefined)
				throw nothingFor(displayName, ifEmpty, cleared !== undefined);
			holder[name] = cleared;
		});

/** For the ID of something that is no record of Pylon's API. */
export const idInBody = inBody(readId);

/** For a text that identifies something, such as a name or a slug: white space around it is removed. */
export const textInBody = inBody(readText);

/** For a text that is taken as it was written, such as a message. */
export const freeTextInBody = inBody(readFreeText);

/**
 * @param choices those that every workspace has
 * @returns for a choice to which a workspace can add its own: takes labels and values in upper or lower case, and any other
 * text as it is
 */
export const openChoiceInBody = (choices: Choice[]) =>
	inBody((value, displayName) =>
		String(findChoice(value, choices)?.value ?? readText(value, displayName)),
	);

/** For an address that a record gets, in lower case: nobody has to know later in which case it was typed. */
export const emailInBody = inBody((value, displayName) => emailKey(readEmail(value, displayName)));

export const domainInBody = inBody(readDomain);

/**
 * @param collection display name of the collection of changes
 * @param beside display names of further parameters for changes
 * @returns for the slot `validate` of an update: a step that throws a NodeOperationError when there is nothing to change
 */
export const somethingToChange = (collection: string, ...beside: string[]): Step =>
	function (request) {
		if (Object.keys((request.body ?? {}) as IDataObject).length > 0) return;
		throw wrongInput(
			this,
			`There is nothing to change: '${collection}' is empty`,
			`Add at least one field under ${[collection, ...beside].map((name) => `'${name}'`).join(' or ')}.`,
		);
	};
