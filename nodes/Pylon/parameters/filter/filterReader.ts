import type { IDataObject } from 'n8n-workflow';
import { valuesOf, type Filterable } from './filterable';
import { isRecord } from '../../../shared/client/envelope';
import { namesInCondition, type NamedInCondition, type OpenCondition } from './conditions.names';
import {
	CHECK_EXPRESSION,
	isBlank,
	isMomentObject,
	ownValue,
	readChoice,
	readId,
	readList,
	readMoment,
	readSwitch,
	readText,
	toRfc3339,
	trimmed,
} from '../../../shared/input';
import { shown, wrongInput, type InputContext } from '../values';
import { LEAF_OPERATORS, OF_PARTS, OF_SEVERAL, SPELLINGS } from './filterOperators';

/** Display name of the parameter for a filter in JSON. */
export const FILTER_NAME = 'Filter (JSON)';

/** Most levels of a filter that Pylon takes (openapi.yaml, `Filter`). */
const DEEPEST = 3;

const isTime = (operator: string): boolean => operator.startsWith('time_');

const isText = (value: unknown): value is string => typeof value === 'string';

/** Reads and checks one filter. Refuses everything that Pylon would not understand: no condition is ever left out silently. */
export class FilterReader {
	/** Conditions about fields that are not built in. */
	readonly customFields: OpenCondition[] = [];

	/** Names that have to be looked up before the filter can be sent. */
	readonly names: NamedInCondition[] = [];

	/** Conditions about states, which a workspace defines. */
	readonly states: OpenCondition[] = [];

	constructor(
		private readonly context: InputContext,
		private readonly filterable: Filterable,
		private readonly displayName = FILTER_NAME,
	) {}

	/**
	 * @param node a part of the filter's tree, as the user wrote it
	 * @param depth the level of the part, 1 at the top
	 * @returns the part as Pylon takes it
	 * @throws NodeOperationError that says which part cannot be used and what can
	 */
	read(node: unknown, depth = 1): IDataObject {
		if (!isRecord(node)) {
			throw this.refuse(
				'contains a condition that is not an object',
				`It is ${shown(node)}. A condition should look like {"field":"state","operator":"equals","value":"new"}.`,
			);
		}
		if (depth > DEEPEST)
			throw this.refuse(
				`is more than ${DEEPEST} levels deep`,
				'Pylon accepts up to three levels. Combine some of the groups.',
			);
		const operator = isText(node.operator) ? trimmed(node.operator).toLowerCase() : node.operator;
		if (operator === 'and' || operator === 'or') return this.branch(node, operator, depth);
		return this.leaf(node, operator);
	}

	private refuse(what: string, how: string) {
		return wrongInput(this.context, `'${this.displayName}' ${what}`, how);
	}

	private onlyKeys(node: IDataObject, allowed: string[]): void {
		const other = Object.keys(node).find((key) => !allowed.includes(key));
		if (other !== undefined)
			throw this.refuse(
				`has '${other}' in the wrong place`,
				`Here, a condition may have ${allowed.join(', ')}.`,
			);
	}

	private branch(node: IDataObject, operator: string, depth: number): IDataObject {
		// Clients send an empty field, which says nothing (openapi.yaml, `Filter`).
		this.onlyKeys(node, ['operator', 'subfilters', ...(isBlank(node.field) ? ['field'] : [])]);
		const { subfilters } = node;
		if (!Array.isArray(subfilters) || subfilters.length === 0) {
			throw this.refuse(
				`has a group '${operator}' without conditions`,
				"Add a list of conditions to the group in 'subfilters'.",
			);
		}
		return { operator, subfilters: subfilters.map((one: unknown) => this.read(one, depth + 1)) };
	}

	private leaf(node: IDataObject, operator: unknown): IDataObject {
		this.onlyKeys(node, ['field', 'operator', 'value', 'values']);
		if (typeof node.field !== 'string' || isBlank(node.field))
			throw this.refuse("has a condition without 'field'", `It is ${shown(node)}.`);
		const field = this.nameOf(trimmed(node.field));
		const operators = this.operatorsOf(field);
		if (typeof operator !== 'string' || !operators.includes(operator)) {
			throw this.refuse(
				`cannot use the operator ${shown(node.operator)} with the field '${field}'`,
				`For '${field}', use one of: ${operators.join(', ')}.`,
			);
		}
		const leaf = { field, operator, ...this.operand(node, operator, field) };
		const condition = { leaf, displayName: this.displayName };
		const values = valuesOf(this.filterable, field);
		if (values?.of === 'records')
			this.names.push(...namesInCondition(this.context, condition, values.kind));
		if (values?.of === 'states') this.states.push(condition);
		if (this.isCustom(field)) this.customFields.push(condition);
		return leaf;
	}

	/** The name of a built-in field that is written in other capitals. */
	private nameOf(field: string): string {
		const { fields, lateFields = [] } = this.filterable;
		const names = [...Object.keys(fields), ...lateFields];
		const isSame = (name: string) => name.toLowerCase() === field.toLowerCase();
		return names.includes(field) ? field : (names.find(isSame) ?? field);
	}

	private isCustom(field: string): boolean {
		const { fields, lateFields = [] } = this.filterable;
		return !Object.hasOwn(fields, field) && !lateFields.includes(field);
	}

	private operatorsOf(field: string): readonly string[] {
		const { fields, lateFields, customFieldsOf } = this.filterable;
		const operators = ownValue(fields, field);
		if (operators !== undefined) return operators;
		if (lateFields?.includes(field)) return LEAF_OPERATORS;
		if (customFieldsOf === undefined) {
			throw this.refuse(
				`has the unknown field '${field}'`,
				`Fields of this search: ${Object.keys(fields).join(', ')}.`,
			);
		}
		return LEAF_OPERATORS;
	}

	private operand(node: IDataObject, operator: string, field: string): IDataObject {
		if (operator === 'is_set' || operator === 'is_unset') {
			this.onlyKeys(node, ['field', 'operator']);
			return {};
		}
		if (operator === 'time_range') {
			const { values } = node;
			if (!Array.isArray(values) || values.length !== 2)
				throw this.refuse(
					"has a 'time_range' without start and end",
					"Add 'values' with two times: the start and the end.",
				);
			this.onlyOperand(node, 'values');
			return { values: this.range(values.map((one: unknown) => this.text(one, operator, field))) };
		}
		const isList = operator === 'in' || operator === 'not_in';
		const inText = isText(node.values) ? readList(node.values, this.displayName) : node.values;
		const given = isList ? inText : [node.value];
		if (!Array.isArray(given) || given.length === 0)
			throw this.refuse(
				`has '${operator}' without values`,
				"Add 'values' with a list of at least one value.",
			);
		this.onlyOperand(node, isList ? 'values' : 'value');
		const texts = given.map((one: unknown) => this.text(one, operator, field));
		const values = this.spellingsIn(field, operator)?.all(texts) ?? texts;
		return isList || values.length > 1
			? { operator: OF_SEVERAL[operator] ?? operator, values }
			: { value: values[0] };
	}

	private spellingsIn(field: string, operator: string) {
		const isWhole = Object.hasOwn(this.filterable.fields, field) && !OF_PARTS.includes(operator);
		return isWhole ? ownValue(SPELLINGS, field) : undefined;
	}

	/** Refuses a second operand, which Pylon would not look at. An empty one says nothing. */
	private onlyOperand(node: IDataObject, name: 'value' | 'values'): void {
		const other = name === 'value' ? 'values' : 'value';
		const given: unknown = node[other];
		if (!isBlank(given) && !(Array.isArray(given) && given.length === 0))
			this.onlyKeys(node, ['field', 'operator', name]);
	}

	/** Both times are in RFC 3339 and UTC, so that their texts compare as the times do. */
	private range(times: string[]): string[] {
		const [start = '', end = ''] = times;
		if (start <= end) return times;
		throw this.refuse(
			"has a 'time_range' whose start is after its end",
			`From ${start} to ${end}, there is no time. Swap the two.`,
		);
	}

	private text(given: unknown, operator: string, field: string): string {
		const moment = () => readMoment(given, this.displayName, this.context.getTimezone());
		if (isTime(operator)) return toRfc3339(moment());
		// In its own offset, by which a custom field's day is read.
		const value = isMomentObject(given) ? moment().toISO() : given;
		if (!isBlank(value) && typeof value !== 'object') {
			const spellings = this.spellingsIn(field, operator);
			if (spellings !== undefined) return spellings.read(value, this.displayName);
			const values = valuesOf(this.filterable, field);
			if (values?.of === 'switch') return String(readSwitch(value, this.displayName));
			if (values?.of === 'records') return readId(value, this.displayName);
			if (values?.of === 'choices') return readChoice(value, this.displayName, values.choices);
			return readText(value, this.displayName);
		}
		throw this.refuse(
			'has a condition without a value',
			`${isBlank(value) ? 'Its value is empty' : `Its value is ${shown(value)}`}. Fill it in, or remove the condition. ${CHECK_EXPRESSION}`,
		);
	}
}
