import type { IDataObject } from 'n8n-workflow';
import { eventNamed } from '../events';
import { asId, isAbsent, quoted, readPath } from '../fieldPath';
import type { DiagnosisFault } from '../receive/refusalTexts';
import { findUnresolved, stillHolding } from './unresolved';

/** A payload that cannot be used: why, without a full stop, and what to do in Pylon, in sentences. */
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

/** The payload's fields that the trigger itself needs, beside its event and that event's ID. */
export interface NeededFields {
	/** Names the record to be fetched, if one is. */
	recordId?: string;
	/** Differs for every event; empty when there is none. */
	eventId?: string;
	/** What the conditions look at. */
	compared?: string[];
}

const NO_ID: Partial<Record<string, string>> = {
	string: 'a text that is no ID',
	number: 'a number that is no ID (one of many digits needs quotes around it)',
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
		advice: `It has to be a single ID, as it is needed ${neededFor}. ${MENU}`,
	};
}

/**
 * The name of the event that a payload says it is about.
 * @param isNeeded whether a payload without one cannot be used
 * @returns its name; undefined when it has none
 */
export function eventOf(payload: IDataObject, isNeeded: boolean): string | undefined | Diagnosis {
	const value = readPath(payload, 'event');
	if (typeof value === 'string' && !isAbsent(value)) return value.trim();
	if (!isNeeded) return undefined;
	const found = isAbsent(value) ? 'has no' : `has ${typeOf(value)} as`;
	return {
		refusal: 'noEvent',
		says: `The payload ${found} 'event'`,
		advice:
			'So it is not known whether it is one that the trigger waits for. Paste the payload template that the Pylon Trigger node in n8n shows: "event" is a plain text in it.',
	};
}

/**
 * Finds what makes a payload unusable.
 * @param event its name, if it has one
 * @param needed what the settings make the trigger read of it
 * @returns the notes for an item of it, when nothing is missing
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
		const also = refused.length > 1 ? `Likewise, ${stillHolding(refused.slice(1))}. ` : '';
		return {
			refusal: 'unresolved',
			says: `Pylon did not fill in the payload: ${stillHolding(refused.slice(0, 1))}`,
			advice: `${also}Pylon does not know a variable of this name for what starts the trigger. ${MENU}`,
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
		`In the payload, ${stillHolding(noted)}. Either somebody has written that, or Pylon does not know the variable. ${MENU}`,
	];
}
