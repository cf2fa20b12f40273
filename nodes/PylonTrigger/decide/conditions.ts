import type { IDataObject } from 'n8n-workflow';

import { asText, isAbsent, readPath } from './fieldPath';

export type Operator = 'contains' | 'equals' | 'exists' | 'notContains' | 'notEquals' | 'notExists' | 'notOneOf' | 'oneOf';

export interface Condition {
	/** Path of the field; with `record.` before it, of the fetched record. */
	field: string;
	operator: Operator;
	/** What to compare with; a comma-separated list for `oneOf`. */
	value: string;
}

const RECORD = 'record.';

/** @returns whether a condition looks at the fetched record */
export const needsRecord = ({ field }: Condition): boolean => field.startsWith(RECORD);

interface Gap {
	/** What is wrong with which condition. */
	says: string;
	/** What to do about it. */
	advice: string;
}

function missingPart({ field, operator, value }: Condition): 'Field' | 'Value' | undefined {
	if (field === '') return 'Field';
	if (operator === 'exists' || operator === 'notExists') return undefined;
	return value.split(',').every((entry) => entry.trim() === '') ? 'Value' : undefined;
}

/**
 * @param isFetching whether there is a record to look at
 * @returns the first condition that lacks something, if one does, in words. Without it, a condition would let all events
 * pass or none, and nobody could have meant that.
 */
export function findGap(conditions: Condition[], isFetching: boolean): Gap | undefined {
	for (const [index, condition] of conditions.entries()) {
		const name = `'Condition ${index + 1}'`;
		const missing = missingPart(condition);
		if (missing !== undefined) {
			const advice = `Fill in '${missing}', or remove the condition: it would not do what it says.`;
			return { says: `${name} of 'Conditions' has no '${missing}'`, advice };
		}
		if (!isFetching && needsRecord(condition)) {
			const advice = `Choose the record that the condition is about under 'Fetch Record', or remove the condition. For a field of the payload, write its path without '${RECORD}'.`;
			return { says: `${name} looks at the record, but 'Fetch Record' is 'None'`, advice };
		}
	}
	return undefined;
}

const same = (text: string): string => text.trim().toLowerCase();

/** A field as texts to compare with: a list (tags, for example) as its entries. */
function textsOf(value: unknown): string[] {
	return (Array.isArray(value) ? value : [value]).flatMap((entry) => {
		const text = isAbsent(entry) ? undefined : asText(entry);
		return text === undefined ? [] : [same(text)];
	});
}

function isTrue(found: unknown, operator: Operator, value: string): boolean {
	const texts = textsOf(found);
	switch (operator) {
		case 'exists':
			return !isAbsent(found) && !(Array.isArray(found) && found.length === 0);
		case 'equals':
			return texts.includes(same(value));
		case 'oneOf':
			return value.split(',').some((entry) => texts.includes(same(entry)));
		case 'contains':
			return Array.isArray(found) ? texts.includes(same(value)) : texts.some((text) => text.includes(same(value)));
		case 'notExists':
			return !isTrue(found, 'exists', value);
		case 'notEquals':
			return !isTrue(found, 'equals', value);
		case 'notOneOf':
			return !isTrue(found, 'oneOf', value);
		case 'notContains':
			return !isTrue(found, 'contains', value);
	}
}

/**
 * Whether an event matters. Upper and lower case count as the same; a list equals a value when one of its entries does.
 * @param conditions none: everything matters
 * @param match whether all or any of them have to hold
 * @param payload of the delivery
 * @param record fetched, if one was
 * @returns undefined when that depends on a record that is not there
 */
export function areMet(
	conditions: Condition[],
	match: 'all' | 'any',
	payload: IDataObject,
	record?: IDataObject,
): boolean | undefined {
	if (conditions.length === 0) return true;
	const verdicts = conditions.map((condition) => {
		const { field, operator, value } = condition;
		if (!needsRecord(condition)) return isTrue(readPath(payload, field), operator, value);
		return record === undefined ? undefined : isTrue(readPath(record, field.slice(RECORD.length)), operator, value);
	});
	const decides = match === 'any';
	if (verdicts.includes(decides)) return decides;
	return verdicts.includes(undefined) ? undefined : !decides;
}
