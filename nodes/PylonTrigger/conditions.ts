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

function missingPart({ field, operator, value }: Condition): 'Field' | 'Value' | undefined {
	if (field === '') return 'Field';
	if (operator === 'exists' || operator === 'notExists') return undefined;
	return value.split(',').every((entry) => entry.trim() === '') ? 'Value' : undefined;
}

/**
 * @returns the first condition that lacks something, if one does, in words. Without it, a condition would let all events
 * pass or none, and nobody could have meant that.
 */
export function findGap(conditions: Condition[]): { says: string; missing: 'Field' | 'Value' } | undefined {
	for (const [index, condition] of conditions.entries()) {
		const missing = missingPart(condition);
		if (missing !== undefined) return { says: `'Condition ${index + 1}' of 'Conditions' has no '${missing}'`, missing };
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
 */
export function areMet(conditions: Condition[], match: 'all' | 'any', payload: IDataObject, record?: IDataObject): boolean {
	if (conditions.length === 0) return true;
	const holds = (condition: Condition): boolean => {
		const { field, operator, value } = condition;
		const isOfRecord = record !== undefined && needsRecord(condition);
		const found = isOfRecord ? readPath(record, field.slice(RECORD.length)) : readPath(payload, field);
		return isTrue(found, operator, value);
	};
	return match === 'any' ? conditions.some(holds) : conditions.every(holds);
}
