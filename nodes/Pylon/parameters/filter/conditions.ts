import type { IDataObject, IGetNodeParameterOptions } from 'n8n-workflow';
import type { Filterable } from './filterable';
import { CHECK_EXPRESSION, findChoice, isBlank, readChoice, trimmed } from '../../../shared/input';
import { BY_SLUG, FIELD_NAME, MATCHES } from './searchConditions';
import { EDITOR_OPERATORS, fieldNameIn, operatorOptions } from './searchConditions.operators';
import { isRecord } from '../../../shared/client/envelope';
import type { NamedInCondition, OpenCondition } from './conditions.names';
import { conditionParts } from './conditions.values';
import { FilterReader } from './filterReader';
import { shown, wrongInput, type InputContext } from '../values';
import { joined } from '../../records/joined';

/** The context of an item or of a polling trigger, which has the parameters `match` and `conditions`. */
export interface ConditionsContext extends InputContext {
	getNodeParameter(
		parameterName: string,
		fallbackValue?: unknown,
		options?: IGetNodeParameterOptions,
	): unknown;
}

/** A filter, and the parts of it that need an answer of Pylon. */
export interface ReadConditions {
	/** The filter as Pylon takes it. */
	filter: IDataObject;
	/** Conditions about fields that are none of the search's built-in ones. */
	customFields: OpenCondition[];
	/** Names that have to be looked up before the filter can be sent. */
	names: NamedInCondition[];
	/** Conditions about states of issues. */
	states: OpenCondition[];
}

/** Reads the conditions of one search. */
class ConditionsReader {
	readonly customFields: OpenCondition[] = [];

	readonly names: NamedInCondition[] = [];

	readonly states: OpenCondition[] = [];

	constructor(
		private readonly context: ConditionsContext,
		private readonly filterable: Filterable,
	) {}

	/** @returns the filter; undefined when there is no condition and the user has left it so */
	read(): IDataObject | undefined {
		const given: unknown = this.context.getNodeParameter('conditions', {});
		const { condition, group } = isRecord(given) ? given : {};
		if (condition === undefined && group === undefined) {
			throw wrongInput(
				this.context,
				"'Conditions' cannot be read",
				`It is ${shown(given)}. Build it from conditions and groups in the editor, or choose 'JSON' in 'Filter', where one expression can return the whole filter.`,
			);
		}
		const nodes = [
			...listOf(condition).map((one, index) => this.leaf(one, `Condition ${index + 1}`)),
			...listOf(group).map((one, index) => this.group(one, `Group ${index + 1}`)),
		];
		const filter = this.joined(nodes, this.context.getNodeParameter('match', 'all'), 'Match');
		return nodes.length === 0 ? undefined : filter;
	}

	private group(given: unknown, name: string): IDataObject {
		const { match, conditions } = {
			match: 'all',
			...(isRecord(given) ? given : {}),
		} as IDataObject;
		const list = listOf(isRecord(conditions) ? conditions.condition : undefined);
		if (list.length === 0) {
			throw wrongInput(
				this.context,
				`'${name}' has no conditions`,
				'Add a condition to the group, or remove the group.',
			);
		}
		const ofGroup = `of ${name.toLowerCase()}`;
		const leaves = list.map((one, index) => this.leaf(one, `Condition ${index + 1} ${ofGroup}`));
		return this.joined(leaves, match, `Match ${ofGroup}`);
	}

	private joined(nodes: IDataObject[], match: unknown, name: string): IDataObject {
		const isAll = readChoice(match, name, MATCHES) === 'all';
		return joined(isAll ? 'and' : 'or', nodes);
	}

	private leaf(given: unknown, name: string): IDataObject {
		const condition = isRecord(given) ? given : {};
		const field = this.fieldOf(condition, name);
		const { operator } = condition;
		if (typeof operator !== 'string' || isBlank(operator)) {
			throw wrongInput(
				this.context,
				`'${name}' has no operator`,
				`Choose its 'Operator', or remove the condition. ${CHECK_EXPRESSION}`,
			);
		}
		const reader = new FilterReader(this.context, this.filterable, name);
		// Another operator than those of the editor is named by `FilterReader`, with those that the field takes.
		const operatorValue =
			findChoice(operator, operatorOptions(EDITOR_OPERATORS))?.value ?? trimmed(operator);
		const parts = conditionParts(
			this.context,
			this.filterable,
			{ ...condition, field, operator: String(operatorValue) },
			name,
		);
		const leaf = reader.read({ field, ...parts });
		this.customFields.push(...reader.customFields);
		this.names.push(...reader.names);
		this.states.push(...reader.states);
		return leaf;
	}

	private fieldOf({ field, slug }: IDataObject, name: string): string {
		const isBySlug = field === BY_SLUG;
		const written = isBySlug ? slug : field;
		const fieldName = typeof written === 'string' ? fieldNameIn(written) : '';
		if (fieldName !== '') return fieldName;
		throw wrongInput(
			this.context,
			`'${name}' has no field`,
			`Fill in its '${isBySlug ? 'Field Slug' : FIELD_NAME}', or remove the condition. ${CHECK_EXPRESSION}`,
		);
	}
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/**
 * Reads the parameters `match` and `conditions` (`parameters/filter/searchConditions.ts`).
 * @param context the context of the item, or of a polling trigger
 * @param filterable what the search can filter by
 * @returns the filter and its custom fields; undefined when the user has added no condition
 * @throws NodeOperationError or WrongInput that names the condition which is empty or cannot be used: none is ever left out
 * silently
 */
export function readConditions(
	context: ConditionsContext,
	filterable: Filterable,
): ReadConditions | undefined {
	const reader = new ConditionsReader(context, filterable);
	const filter = reader.read();
	const { customFields, names, states } = reader;
	return filter && { filter, customFields, names, states };
}
