import { badField } from './errors';
import type { FilterNode } from './records/filter';

/** That a condition may be as deep as the filter of a search is an assumption. */
const MAX_DEPTH = 3;

/**
 * Checks the grammar of a condition that is stored rather than searched by (whom a macro is offered, who sees an
 * article). Which fields it may name is not documented, so any is taken.
 *
 * @param property of the body that holds the condition, e.g. `conditions`; the error's text begins with it
 * @param node the condition, or a part of it
 * @param depth of `node` in the whole condition, counted from 1
 * @throws ApiError 400 when the condition is nested too deep, or a part lacks its field, values or subfilters
 */
export function checkCondition(property: string, node: FilterNode, depth = 1): void {
	if (depth > MAX_DEPTH) throw badField(property, `nested deeper than ${MAX_DEPTH} levels`);
	const { field, operator, value, values, subfilters } = node;
	if (operator === 'and' || operator === 'or') {
		if (!Array.isArray(subfilters) || subfilters.length === 0)
			throw badField(property, `${operator} needs subfilters`);
		for (const subfilter of subfilters) checkCondition(property, subfilter, depth + 1);
		return;
	}
	if (!field) throw badField(property, `${operator} needs a field`);
	if (operator === 'is_set' || operator === 'is_unset') return;
	const isList = ['in', 'not_in', 'time_range'].includes(operator);
	if (isList ? !values?.length : typeof value !== 'string') {
		throw badField(property, `${operator} needs ${isList ? 'values' : 'a value'}`);
	}
}
