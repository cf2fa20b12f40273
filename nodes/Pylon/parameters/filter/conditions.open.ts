import type { IDataObject } from 'n8n-workflow';
import { fieldText } from '../../../shared/client/envelope';
import {
	findChoice,
	listed,
	plainDecimal,
	readChoice,
	readDay,
	readMoment,
	readNumber,
	readSwitch,
	toOperationError,
	toRfc3339,
	type Choice,
} from '../../../shared/input';
import { BUILT_IN_STATES, isBuiltInState, statesIn } from '../../records/issueStates';
import { user } from '../../records/user';
import { toColumn } from '../customFields/customFieldColumn';
import { wrongInput, type InputContext } from '../values';
import {
	changeValues,
	namesInCondition,
	putId,
	valuesIn,
	type NamedInCondition,
	type OpenCondition,
} from './conditions.names';
import type { ReadConditions } from './conditions';
import type { Filterable } from './filterable';
import { OF_PARTS } from './filterOperators';

/** Look-ups in Pylon that conditions need, by an item or by a polling trigger. */
export interface ConditionLookUps {
	/**
	 * @param request a list that comes whole
	 * @returns its records; an item asks once for its whole run
	 */
	list(request: { template: string; query?: IDataObject }): Promise<IDataObject[]>;
	/**
	 * @param name a condition and the name in it
	 * @returns the ID of the record that the condition names
	 * @throws NodeOperationError when no record has the name, or several have; NodeApiError when Pylon gives no good answer
	 */
	idOf(name: NamedInCondition): Promise<string>;
}

/** States by slug, label and ID. Archived ones are included: old issues still have them. */
async function statesOf({ list }: ConditionLookUps): Promise<Choice[]> {
	return statesIn(await list({ template: '/issue-statuses' }));
}

async function readStates(
	context: InputContext,
	conditions: OpenCondition[],
	lookUps: ConditionLookUps,
): Promise<void> {
	const open = conditions.filter(({ leaf }) => !valuesIn(leaf).every(isBuiltInState));
	if (open.length === 0) return;
	const states = await statesOf(lookUps);
	for (const { leaf, displayName } of open) {
		changeValues(leaf, (given) => {
			const found = findChoice(given, states) ?? findChoice(given, BUILT_IN_STATES);
			if (found !== undefined) return String(found.value);
			const names = new Map([...states].reverse().map((state) => [state.value, state]));
			throw wrongInput(
				context,
				`'${displayName}' has the state '${given}', which your workspace does not have`,
				`Its states are ${listed([...(names.size > 0 ? names.values() : BUILT_IN_STATES)])}.`,
			);
		});
	}
}

/** Reads the compared values by the custom field's type. */
function readByType(
	context: InputContext,
	{ leaf, displayName }: OpenCondition,
	definition: IDataObject,
): NamedInCondition[] {
	if (OF_PARTS.includes(String(leaf.operator))) return [];
	const { pylonType, options = [], displayName: label } = toColumn(definition);
	const name = `${label}' of '${displayName}`;
	const choices = options
		.filter(({ value }) => value !== '')
		.map(({ name: shown, value }) => ({ name: shown, value: String(value) }));
	if (pylonType === 'user') return namesInCondition(context, { leaf, displayName }, user);
	if (pylonType === 'boolean') changeValues(leaf, (value) => String(readSwitch(value, name)));
	if (pylonType === 'number' || pylonType === 'decimal')
		changeValues(leaf, (value) => plainDecimal(readNumber(value, name)));
	// Those of a comparison of times have been read already.
	const isRead = String(leaf.operator).startsWith('time_');
	if (pylonType === 'date' && !isRead)
		changeValues(leaf, (value) => readDay(value, name, context.getTimezone()));
	if (pylonType === 'datetime' && !isRead)
		changeValues(leaf, (value) => toRfc3339(readMoment(value, name, context.getTimezone())));
	if (['select', 'multiselect'].includes(String(pylonType)) && choices.length > 0)
		changeValues(leaf, (value) => readChoice(value, name, choices));
	return [];
}

/**
 * Reads custom fields by their definitions.
 * @returns the people whom they name by email
 */
async function readCustomFields(
	context: InputContext,
	conditions: OpenCondition[],
	{ fields, customFieldsOf }: Filterable,
	{ list }: ConditionLookUps,
): Promise<NamedInCondition[]> {
	if (conditions.length === 0 || customFieldsOf === undefined || customFieldsOf === 'any')
		return [];
	const definitions = await list({
		template: '/custom-fields',
		query: { object_type: customFieldsOf },
	});
	const bySlug = new Map(definitions.map((definition) => [definition.slug, definition]));
	const named = definitions.map(({ label, slug }) => ({
		name: fieldText(label),
		value: fieldText(slug),
	}));
	return conditions.flatMap((condition) => {
		const { field } = condition.leaf;
		const definition = bySlug.get(field) ?? bySlug.get(findChoice(field, named)?.value);
		if (definition !== undefined) {
			condition.leaf.field = definition.slug;
			return readByType(context, condition, definition);
		}
		throw wrongInput(
			context,
			`'${condition.displayName}' has the unknown field '${String(condition.leaf.field)}'`,
			`It is neither a field of this search (${Object.keys(fields).join(', ')}) nor a custom field of the workspace.`,
		);
	});
}

/**
 * Reads the parts of a filter that need an answer of Pylon: states and options by label, people by email, custom fields by
 * their type.
 * @param context the context of the item, or of a polling trigger
 * @param read the filter, whose conditions are changed
 * @param filterable what the search can filter by
 * @param lookUps ask Pylon
 * @throws NodeOperationError when a condition has an unknown field or a value that its field cannot have, or a name that no
 * record or several have; NodeApiError when Pylon gives no good answer
 */
export async function closeConditions(
	context: InputContext,
	{ customFields, names, states }: Omit<ReadConditions, 'filter'>,
	filterable: Filterable,
	lookUps: ConditionLookUps,
): Promise<void> {
	try {
		const people = await readCustomFields(context, customFields, filterable, lookUps);
		await readStates(context, states, lookUps);
		for (const name of [...names, ...people]) putId(name, await lookUps.idOf(name));
	} catch (error) {
		throw toOperationError(context, error);
	}
}
