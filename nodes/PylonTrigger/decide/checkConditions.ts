import type { IDataObject } from 'n8n-workflow';
import { findField, isAbsent, isComparable, quoted } from '../fieldPath';
import { listed } from '../../shared/input';
import { errorSentences } from '../../shared/client/errorSentences';
import { readValues } from '../record/choices';
import type { RelatedKind } from '../record/knownKeys';
import type { LookUp } from '../record/lookUp';
import { isOwnField, readRecordField } from '../record/readRecordField';
import type { Condition, Settings } from '../settings';
import { areMet, asksForExistence, isTrue, needsRecord, pathOf } from './conditions';

type ConditionSettings = Pick<Settings, 'conditions' | 'match' | 'fetch'>;

/** What became of the conditions. */
export interface ConditionResult {
	/** Undefined when it depends on something that is not known. */
	isMet: boolean | undefined;
	/** Fields that a condition compares and that are not there; one sentence each. */
	unknown: string[];
	/** Fields that a condition compares and that Pylon did not tell; one sentence each. */
	unanswered: string[];
}

/** A verdict for each condition, in the order of the conditions. */
type Verdicts = Array<boolean | undefined>;

const verdictOn = ({ operator, values }: Condition, found: unknown): boolean =>
	isTrue(found, operator, values);

const article = (kind: RelatedKind): string =>
	/^[aiou]/.test(kind) && kind !== 'user' ? `an ${kind}` : `a ${kind}`;

/**
 * @param kind the kind of record that lacks the field
 * @param part the part of the path that the record lacks, e.g. `custom_fields.plan`
 * @param field the condition's field as the user wrote it, e.g. `record.account.custom_fields.plan`
 * @returns a sentence that says that no record of the kind has the field
 */
export const unknownField = (kind: RelatedKind, part: string, field: string): string =>
	part.startsWith('custom_fields.')
		? `${quoted(field)} of 'Conditions' does not exist: Pylon has no custom field ${quoted(part.slice('custom_fields.'.length))} for ${kind}s.`
		: `${quoted(field)} of 'Conditions' does not exist: ${article(kind)} has no field ${quoted(part)}.`;

/** @returns a sentence where a field has parts, so that no condition but 'Exists' can hold; nothing for other fields */
const partsIn = (condition: Condition, value: unknown): string[] =>
	asksForExistence(condition) || isComparable(value)
		? []
		: [
				`${quoted(condition.field)} of 'Conditions' is not a single value, so it equals nothing: name one of the fields in it, like ${quoted(`${condition.field}.id`)}.`,
			];

/**
 * Checks the conditions that look at the payload.
 * @param settings the conditions, and whether all or any of them have to be met
 * @param payload the delivery's payload
 * @returns the result, with a verdict for each condition; that of a condition on the record is undefined
 */
export function checkOnPayload(
	{ conditions, match }: ConditionSettings,
	payload: IDataObject,
): ConditionResult & { verdicts: Verdicts } {
	const unknown: string[] = [];
	const verdicts = conditions.map((condition) => {
		if (needsRecord(condition)) return undefined;
		const found = findField(payload, condition.field);
		if (found === undefined && !asksForExistence(condition)) {
			unknown.push(
				`The payload has no ${quoted(condition.field)}, which 'Conditions' uses: add it to the payload template of the Pylon trigger.`,
			);
		}
		unknown.push(...partsIn(condition, found?.value));
		return verdictOn(condition, found?.value);
	});
	return { isMet: areMet(verdicts, match), unknown, unanswered: [], verdicts };
}

/** Indexes of the conditions on the record. Those that need no further request come first: often they decide. */
function inOrderOfCost(
	conditions: Condition[],
	kind: RelatedKind,
): Array<{ index: number; condition: Condition }> {
	const onRecord = conditions
		.map((condition, index) => ({
			index,
			condition,
			isCheap: isOwnField(kind, pathOf(condition)),
		}))
		.filter(({ condition }) => needsRecord(condition));
	return [...onRecord.filter(({ isCheap }) => isCheap), ...onRecord.filter((one) => !one.isCheap)];
}

/** What a condition compares a field of the record with, and a sentence for each value that the field cannot have. */
async function comparedValues(
	lookUp: LookUp,
	kind: RelatedKind,
	condition: Condition,
	found: unknown,
): Promise<{ values: string[]; unknown: string[] }> {
	const { operator, values, field } = condition;
	const isPart = ['contains', 'notContains'].includes(operator) && !Array.isArray(found);
	// Where a value fits as it is written, nothing has to be looked up.
	if (asksForExistence(condition) || isPart || isAbsent(found) || isTrue(found, 'oneOf', values))
		return { values, unknown: [] };
	const read = await readValues(lookUp, kind, pathOf(condition), values);
	return {
		values: read.values,
		unknown: read.unknown.map(
			(value) =>
				`${quoted(field)} of 'Conditions' is compared with ${quoted(value)}, which is none of its values: ${listed(read.choices)}.`,
		),
	};
}

/**
 * Checks the conditions that look at the record, until the result is known.
 * @param settings the conditions, whether all or any of them have to be met, and which record is fetched
 * @param onPayload what `checkOnPayload` returned
 * @param lookUp asks Pylon for whom the record names by ID
 * @param record the fetched record, as Pylon sends it
 * @returns the result; a failed look-up leaves its condition undecided and adds a sentence to `unanswered`
 */
export async function checkOnRecord(
	{ conditions, match, fetch }: ConditionSettings,
	onPayload: ReturnType<typeof checkOnPayload>,
	lookUp: LookUp,
	record: IDataObject,
): Promise<ConditionResult> {
	const { record: kind = 'issue' } = fetch ?? {};
	const verdicts = [...onPayload.verdicts];
	const result: ConditionResult = {
		isMet: onPayload.isMet,
		unknown: [...onPayload.unknown],
		unanswered: [],
	};
	for (const { index, condition } of inOrderOfCost(conditions, kind)) {
		if (result.isMet !== undefined) break;
		try {
			const { value, unknown } = await readRecordField(lookUp, kind, record, pathOf(condition));
			if (unknown !== undefined)
				result.unknown.push(unknownField(unknown.kind, unknown.part, condition.field));
			result.unknown.push(...partsIn(condition, value));
			const read = await comparedValues(lookUp, kind, condition, value);
			result.unknown.push(...read.unknown);
			verdicts[index] = verdictOn({ ...condition, values: read.values }, value);
		} catch (error) {
			result.unanswered.push(
				`${quoted(condition.field)} could not be looked up: ${errorSentences(error)}`,
			);
		}
		result.isMet = areMet(verdicts, match);
	}
	return result;
}
