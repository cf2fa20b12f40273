import type { Operator } from '../description/conditions';
import type { Condition } from '../settings';
import { asText, isAbsent } from '../fieldPath';
import { bareEmail, domainKey, isDomain, isEmail, ownValue, trimmed } from '../../shared/input';

const RECORD = 'record.';

/** @returns whether a condition looks at the fetched record */
export const needsRecord = ({ field }: Condition): boolean => field.startsWith(RECORD);

/**
 * @param condition as the user wrote it
 * @returns the path of its field in the record, or in the payload
 */
export const pathOf = (condition: Condition): string =>
	needsRecord(condition) ? condition.field.slice(RECORD.length) : condition.field;

/** @returns whether a condition asks whether there is a value, so that an absent field is an answer too */
export const asksForExistence = ({ operator }: Condition): boolean =>
	operator === 'exists' || operator === 'notExists';

export interface Gap {
	/** What is wrong with which condition. */
	says: string;
	/** What to do about it. */
	advice: string;
}

function missingPart(condition: Condition): 'Field' | 'Value' | undefined {
	if (condition.field === '') return 'Field';
	return asksForExistence(condition) || condition.values.length > 0 ? undefined : 'Value';
}

/**
 * @param conditions as the user wrote them
 * @param isFetching whether the trigger fetches a record that conditions can look at
 * @returns the first condition that lacks something, in words; undefined when none does. Such a condition would let all
 * events pass or none, and nobody could have meant that.
 */
export function findGap(conditions: Condition[], isFetching: boolean): Gap | undefined {
	for (const [index, condition] of conditions.entries()) {
		const name = `'Condition ${index + 1}'`;
		if (condition.fault !== undefined) {
			return {
				says: `${name} of 'Conditions' cannot be used: ${condition.fault.says}`,
				advice: condition.fault.advice,
			};
		}
		const missing = missingPart(condition);
		if (missing !== undefined) {
			const advice = `Fill in '${missing}', or remove the condition.`;
			return { says: `${name} of 'Conditions' has no '${missing}'`, advice };
		}
		if (!isFetching && needsRecord(condition)) {
			const advice = `Choose the record under 'Fetch Record', or remove the condition. For a field of the payload, enter its path without '${RECORD}'.`;
			return { says: `${name} refers to the record, but 'Fetch Record' is 'None'`, advice };
		}
	}
	return undefined;
}

const folded = (text: string): string => trimmed(text).toLowerCase();

/** In characters: more than any domain has (RFC 1035, section 2.3.4: https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4). */
const LONGEST_DOMAIN = 255;

/** Returns the same text for all ways of writing a domain, and for other texts in any case. */
function keyOf(text: string): string {
	const key = folded(text);
	return key.length <= LONGEST_DOMAIN && isDomain(key) ? domainKey(key) : key;
}

/** Returns what a user's value is equal to: an email address may be written as `Name <a@b.c>` or `mailto:a@b.c`. */
function valueKey(value: string): string {
	const email = folded(bareEmail(value));
	return isEmail(email) ? email : keyOf(value);
}

/** What else users write for true and false. */
const SWITCH_WORDS: Record<string, string[]> = {
	true: ['true', 'yes', '1'],
	false: ['false', 'no', '0'],
};

/** A field's value as texts to compare with; a list (of tags, for example) as its entries. */
function textsOf(value: unknown): string[] {
	return (Array.isArray(value) ? value : [value]).flatMap((entry) => {
		const text = isAbsent(entry) ? undefined : asText(entry);
		return text === undefined ? [] : [text];
	});
}

const keysOf = (found: unknown): string[] =>
	textsOf(found).flatMap((text) => {
		const key = keyOf(text);
		return ownValue(SWITCH_WORDS, key) ?? [key];
	});

/**
 * Compares a field. Upper and lower case count as the same; a list equals a value when one of its entries does.
 * @param found the field's value, as JSON gives it; undefined when there is none
 * @param operator how to compare
 * @param values what to compare with: several for `oneOf` and `notOneOf`, none for `exists` and `notExists`
 * @returns whether the comparison holds
 */
export function isTrue(found: unknown, operator: Operator, values: string[]): boolean {
	const equalsOne = () => {
		const keys = keysOf(found);
		return values.some((value) => keys.includes(valueKey(value)));
	};
	switch (operator) {
		case 'exists':
			return Array.isArray(found) ? !found.every(isAbsent) : !isAbsent(found);
		case 'equals':
		case 'oneOf':
			return equalsOne();
		case 'contains':
			if (Array.isArray(found)) return equalsOne();
			return values.some((value) =>
				textsOf(found).some((text) => folded(text).includes(folded(value))),
			);
		case 'notExists':
			return !isTrue(found, 'exists', values);
		case 'notEquals':
			return !isTrue(found, 'equals', values);
		case 'notOneOf':
			return !isTrue(found, 'oneOf', values);
		case 'notContains':
			return !isTrue(found, 'contains', values);
	}
}

/**
 * @param verdicts one for each condition; undefined where it is not known
 * @param match whether all or any of them have to hold
 * @returns whether the event meets the conditions, as it does where there are none; undefined when that depends on a verdict
 * that is not known
 */
export function areMet(
	verdicts: Array<boolean | undefined>,
	match: 'all' | 'any',
): boolean | undefined {
	if (verdicts.length === 0) return true;
	const decides = match === 'any';
	if (verdicts.includes(decides)) return decides;
	return verdicts.includes(undefined) ? undefined : !decides;
}
