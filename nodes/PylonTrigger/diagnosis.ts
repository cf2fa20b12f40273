import type { IDataObject } from 'n8n-workflow';

import { eventNamed } from './events';
import { asId, isAbsent, quoted, readPath, unresolvedVariable } from './fieldPath';

export type DiagnosisFault = 'unresolved' | 'noEvent' | 'missingId' | 'wrongId';

/** A payload that cannot be used, and the sentence that says why and what to do in Pylon. */
export interface Diagnosis {
	refusal: DiagnosisFault;
	says: string;
}

const MENU = 'In the payload template of the Pylon trigger, type { and pick it from the menu that opens.';

function typeOf(value: unknown): string {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'a list';
	return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** As many are named as one sentence can hold. */
const MOST_NAMED = 3;

/** @param path of the value; the same list for all, since a body may hold millions of them */
function findUnresolved(value: unknown, path: Array<number | string>, found: string[]): void {
	if (typeof value === 'string') {
		const variable = unresolvedVariable(value);
		if (variable !== undefined) found.push(`${quoted(path.join('.'))} still holds {{${variable}}}`);
	} else if (typeof value === 'object' && value !== null) {
		const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
		for (const key of keys) {
			if (found.length === MOST_NAMED) return;
			path.push(key);
			findUnresolved((value as Record<number | string, unknown>)[key], path, found);
			path.pop();
		}
	}
}

/**
 * Looks for variables that Pylon did not replace. Only fields that hold nothing else: braces inside a text may well have
 * been written by a customer.
 */
function unresolved(payload: IDataObject): Diagnosis | undefined {
	const found: string[] = [];
	findUnresolved(payload, [], found);
	if (found.length === 0) return undefined;
	return {
		refusal: 'unresolved',
		says: `Pylon did not fill in the payload: ${found.join(', ')}. Pylon does not know a variable of this name for what starts the trigger. ${MENU}`,
	};
}

const NO_ID: Partial<Record<string, string>> = {
	string: 'a text that is no ID',
	number: 'a number that is no ID (one of many digits needs quotes around it)',
};

function checkId(payload: IDataObject, path: string, wantedFor: string): Diagnosis | undefined {
	const value = readPath(payload, path);
	if (isAbsent(value)) {
		const variable = path === 'issue_id' ? ' (for an issue: "issue_id": "{{issue.id}}")' : '';
		return {
			refusal: 'missingId',
			says: `The payload has no ${quoted(path)}, which is needed ${wantedFor}${variable}. ${MENU}`,
		};
	}
	if (asId(value) !== undefined) return undefined;
	const found = NO_ID[typeof value] ?? typeOf(value);
	return {
		refusal: 'wrongId',
		says: `The payload's ${quoted(path)} is ${found}, but has to be a single ID, as it is needed ${wantedFor}. ${MENU}`,
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
		says: `The payload ${found} 'event', so it is not known whether it is one that the trigger waits for. Paste the payload template that the Pylon Trigger node in n8n shows: "event" is a plain text in it.`,
	};
}

/**
 * Finds what makes a payload unusable.
 * @param event its name, if it has one
 * @param recordIdField the field that names the record to be fetched, if one is
 * @returns undefined when nothing is missing
 */
export function diagnose(payload: IDataObject, event: string | undefined, recordIdField?: string): Diagnosis | undefined {
	const about = eventNamed(event)?.about;
	return (
		unresolved(payload) ??
		(about && checkId(payload, `${about}_id`, `by the event ${quoted(event ?? '')}`)) ??
		(recordIdField === undefined ? undefined : checkId(payload, recordIdField, "to fetch the record ('Fetch Record' in n8n)"))
	);
}
