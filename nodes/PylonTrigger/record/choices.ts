import { BUILT_IN_STATES, isBuiltInState } from '../../Pylon/records/issueStates';
import { findChoice, type Choice } from '../../shared/input';
import { endsOf, slugsIn, type RelatedKind } from './knownKeys';
import type { LookUp } from './lookUp';

/** What a field can be, and whether there is nothing else. */
interface FieldChoices {
	choices: Choice[];
	isAll: boolean;
}

async function choicesAt(
	lookUp: LookUp,
	kind: RelatedKind,
	path: string,
	values: string[],
): Promise<FieldChoices> {
	if (kind !== 'issue' || path !== 'state') {
		const options = await Promise.all(
			slugsIn(path).map(async (slug) => await lookUp.options(kind, slug)),
		);
		return { choices: options.flat(), isAll: true };
	}
	const states = values.every(isBuiltInState) ? [] : await lookUp.states();
	return { choices: [...states, ...BUILT_IN_STATES], isAll: states.length > 0 };
}

/** What a condition compares a field with. */
export interface ComparedValues {
	/** With the value of a state or option in the place of its label. */
	values: string[];
	/** Those of the user's values that the field never has, as far as that is known. */
	unknown: string[];
	/** What the field can be. */
	choices: Choice[];
}

/**
 * Reads what a condition compares a field with: the states of issues and the options of custom fields can be written by
 * their labels, too.
 * @param lookUp asks Pylon, and keeps answers
 * @param kind the kind of the fetched record
 * @param path the path of the field in it
 * @param values as the user wrote them
 * @returns the values to compare with
 */
export async function readValues(
	lookUp: LookUp,
	kind: RelatedKind,
	path: string,
	values: string[],
): Promise<ComparedValues> {
	const found = await Promise.all(
		endsOf(kind, path).map(async (end) => await choicesAt(lookUp, end.kind, end.path, values)),
	);
	const all = found.flatMap(({ choices }) => choices);
	const isKnown = all.length > 0 && found.every(({ isAll }) => isAll);
	return {
		values: values.map((value) => String(findChoice(value, all)?.value ?? value)),
		unknown: isKnown ? values.filter((value) => findChoice(value, all) === undefined) : [],
		// A state is there by its label and by its ID.
		choices: all.filter(
			({ value }, index) => all.findIndex((one) => one.value === value) === index,
		),
	};
}
