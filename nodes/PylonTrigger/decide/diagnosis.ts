import type { IDataObject } from 'n8n-workflow';
import { eventNamed } from '../events';
import { asId, isAbsent, quoted, readPath } from '../fieldPath';
import type { DiagnosisFault } from '../receive/refusalTexts';
import { trimmed } from '../../shared/input';
import { findUnresolved, stillHolding } from './unresolved';

/** Why a payload cannot be used, without a full stop, and what to do about it in Pylon, in sentences. */
export interface Diagnosis {
	refusal: DiagnosisFault;
	says: string;
	advice: string;
}

const MENU =
	'In the payload template of the Pylon trigger, type { and pick it from the menu that opens.';

function typeOf(value: unknown): string {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'a list';
	return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** Paths of the payload's fields that the trigger itself needs, beside the event and the ID that the event is about. */
export interface NeededFields {
	/** Names the record to fetch; undefined when none is fetched. */
	recordId?: string;
	/** Differs for every event; empty when the payload has no such field. */
	eventId?: string;
	/** The fields that the conditions look at. */
	compared?: string[];
}

const NO_ID: Partial<Record<string, string>> = {
	string: 'text that is not an ID',
	number: 'a number that is not an ID (a long number needs quotes around it)',
};

function checkId(payload: IDataObject, path: string, neededFor: string): Diagnosis | undefined {
	const value = readPath(payload, path);
	if (isAbsent(value)) {
		const variable = path === 'issue_id' ? ' For an issue: "issue_id": "{{issue.id}}".' : '';
		return {
			refusal: 'missingId',
			says: `The payload has no ${quoted(path)}`,
			advice: `It is needed ${neededFor}.${variable} ${MENU}`,
		};
	}
	if (asId(value) !== undefined) return undefined;
	const found = NO_ID[typeof value] ?? typeOf(value);
	return {
		refusal: 'wrongId',
		says: `The payload's ${quoted(path)} is ${found}`,
		advice: `It has to be a single ID, since it is needed ${neededFor}. ${MENU}`,
	};
}

/**
 * Reads the name of the event that a payload is about.
 * @param payload the delivery's payload
 * @param isNeeded whether a payload without a name cannot be used
 * @returns the name; undefined when the payload has none and needs none; a Diagnosis when it needs one
 */
export function eventOf(payload: IDataObject, isNeeded: boolean): string | undefined | Diagnosis {
	const value = readPath(payload, 'event');
	if (typeof value === 'string' && !isAbsent(value)) return trimmed(value);
	if (!isNeeded) return undefined;
	const found = isAbsent(value) ? 'has no' : `has ${typeOf(value)} as`;
	return {
		refusal: 'noEvent',
		says: `The payload ${found} 'event'`,
		advice:
			'So the trigger cannot tell whether it waits for this event. Paste the payload template that the Pylon Trigger node in n8n shows: it has "event" as literal text.',
	};
}

/**
 * Finds what makes a payload unusable.
 * @param payload the delivery's payload
 * @param event the name of its event; undefined when it has none
 * @param needed the fields that the settings make the trigger read
 * @returns a Diagnosis; when the payload can be used, notes for the item, in sentences
 */
export function diagnose(
	payload: IDataObject,
	event: string | undefined,
	needed: NeededFields = {},
): Diagnosis | string[] {
	const { recordId, eventId, compared = [] } = needed;
	const about = eventNamed(event)?.about;
	const ids = [about && `${about}_id`, recordId, eventId].filter(
		(path) => path !== undefined && path !== '',
	) as string[];
	const { refused, noted } = findUnresolved(payload, ['event', ...ids], compared);
	if (refused.length > 0) {
		const also = refused.length > 1 ? `Also, ${stillHolding(refused.slice(1))}. ` : '';
		return {
			refusal: 'unresolved',
			says: `Pylon did not fill in the payload: ${stillHolding(refused.slice(0, 1))}`,
			advice: `${also}Pylon has no variable with this name for the event that starts the trigger. ${MENU}`,
		};
	}
	const wrong =
		(about && checkId(payload, `${about}_id`, `by the event ${quoted(event ?? '')}`)) ??
		(recordId === undefined
			? undefined
			: checkId(payload, recordId, "to fetch the record ('Fetch Record' in n8n)"));
	if (wrong) return wrong;
	if (noted.length === 0) return [];
	return [
		`In the payload, ${stillHolding(noted)}. Either somebody wrote this text, or Pylon does not have the variable. ${MENU}`,
	];
}
