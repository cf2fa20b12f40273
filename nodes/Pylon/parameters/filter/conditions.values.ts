import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';
import type { Filterable } from './filterable';
import { mayLieAhead } from './searchConditions.operators';
import { clock } from '../../../shared/client/clock';
import { isRecord } from '../../../shared/client/envelope';
import {
	CHECK_EXPRESSION,
	isBlank,
	isMomentObject,
	ownValue,
	readChoice,
	readList,
	readMoment,
	readNumber,
} from '../../../shared/input';
import { shown, wrongInput, type InputContext } from '../values';

/** Operator and operand of a condition, for `FilterReader`. */
interface Parts {
	operator: string;
	value?: unknown;
	values?: unknown[];
}

/** Units of time, in milliseconds. */
const UNITS = [
	{ name: 'Minutes', value: 60_000 },
	{ name: 'Hours', value: 3_600_000 },
	{ name: 'Days', value: 86_400_000 },
	{ name: 'Weeks', value: 604_800_000 },
];

/** A time further away would be refused as a mistake (`readMoment`). */
const LONGEST_SPAN_MS = 100 * 365.25 * 86_400_000;

const howToFill = `Fill it in, or remove the condition. ${CHECK_EXPRESSION}`;

/** The milliseconds that 'Amount' and 'Unit' stand for. */
function spanOf(context: InputContext, { amount, unit }: IDataObject, ofName: string): number {
	const number = readNumber(amount, `Amount ${ofName}`);
	if (!(number > 0))
		throw wrongInput(
			context,
			`'Amount ${ofName}' has to be a number above 0`,
			`${found(amount)}. ${howToFill}`,
		);
	const span = number * readChoice(unit, `Unit ${ofName}`, UNITS);
	if (span <= LONGEST_SPAN_MS) return span;
	throw wrongInput(
		context,
		`'Amount ${ofName}' is more than 100 years`,
		`It is ${shown(amount)}. Use a smaller number, or another 'Unit'.`,
	);
}

const isNothing = (value: unknown): boolean =>
	isBlank(value) || (Array.isArray(value) && value.length === 0);

/**
 * The value that a condition compares with: several chosen, one chosen, or typed. n8n keeps the parameter that is shown, and
 * all of them where the field is an expression (n8n-workflow 2.41, `displayParameter`): the one that is filled in counts.
 */
function givenIn({ value, choice, choices }: IDataObject): unknown {
	const one = isRecord(choice) && 'value' in choice ? choice.value : choice;
	return [choices, one, value].find((given) => !isNothing(given)) ?? value ?? one;
}

/**
 * A time relative to now, in the API's operators. 'In the last days' of a time that can lie ahead leaves out what is due
 * tomorrow.
 */
function relative(operator: string, now: number, span: number, isPlanned: boolean): Parts {
	const at = (ms: number) => DateTime.fromMillis(ms, { zone: 'utc' });
	if (operator === 'more_than_ago') return { operator: 'time_is_before', value: at(now - span) };
	if (operator === 'in_the_next')
		return { operator: 'time_range', values: [at(now), at(now + span)] };
	if (isPlanned) return { operator: 'time_range', values: [at(now - span), at(now)] };
	return { operator: 'time_is_after', value: at(now - span) };
}

function range(context: InputContext, { from, to }: IDataObject, ofName: string): Parts {
	const start = readMoment(from, `From ${ofName}`, context.getTimezone());
	const end = readMoment(to, `To ${ofName}`, context.getTimezone());
	if (start > end) {
		throw wrongInput(
			context,
			`'From ${ofName}' is after 'To'`,
			`From ${start.toISO()} to ${end.toISO()}, there is no time. Swap the two.`,
		);
	}
	return { operator: 'time_range', values: [start, end] };
}

/** The value as a sentence says it. */
const found = (value: unknown): string =>
	isBlank(value) ? 'It is empty' : `It is ${shown(value)}`;

function noValue(context: InputContext, name: string, value: unknown) {
	return wrongInput(context, `'${name}' has no value`, `${found(value)}. ${howToFill}`);
}

function oneValue(context: InputContext, value: unknown, name: string): unknown {
	if (isBlank(value)) throw noValue(context, name, value);
	if (typeof value === 'object' && !isMomentObject(value)) {
		throw wrongInput(
			context,
			`'${name}' accepts only one value`,
			`It is ${shown(value)}. Use text, a number, or true or false. For several values, choose 'Is One Of' or 'Is None Of'.`,
		);
	}
	return value;
}

/**
 * @param context the context of the item, or of a polling trigger
 * @param filterable what the search can filter by
 * @param condition as n8n keeps it, with the field's API name and an operator
 * @param name the name of the condition in messages, e.g. `Condition 2`
 * @returns the API's operator and its operand; `FilterReader` checks whether the field takes the operator
 * @throws NodeOperationError or WrongInput when the value is empty or cannot be used
 */
export function conditionParts(
	context: InputContext,
	filterable: Filterable,
	condition: IDataObject & { field: string; operator: string },
	name: string,
): Parts {
	const { field, operator } = condition;
	const ofName = `of ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
	switch (operator) {
		case 'is_set':
		case 'is_unset':
			return { operator };
		case 'in':
		case 'not_in': {
			const given = givenIn(condition);
			const values = readList(given, `Value ${ofName}`);
			if (values.length === 0) throw noValue(context, name, given);
			return { operator, values };
		}
		case 'time_is_after':
		case 'time_is_before':
			return {
				operator,
				value: readMoment(condition.date, `Date ${ofName}`, context.getTimezone()),
			};
		case 'time_range':
			return range(context, condition, ofName);
		case 'in_the_last':
		case 'in_the_next':
		case 'more_than_ago': {
			const allowed = ownValue(filterable.fields, field) ?? ['time_range'];
			const span = spanOf(context, condition, ofName);
			// Then `FilterReader` says which operators the field takes, by the name that the user knows.
			if (!allowed.includes('time_range')) return { operator, value: span };
			return relative(operator, clock.now(), span, mayLieAhead(filterable, field));
		}
		default:
			return { operator, value: oneValue(context, givenIn(condition), name) };
	}
}
