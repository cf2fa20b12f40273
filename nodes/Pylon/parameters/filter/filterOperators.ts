import { readDomain, readEmail } from '../../../shared/input';
import { bothDomains } from '../../records/account';
import { bothCases } from '../../records/emailLookUp';

/** The operators in the API's schema (openapi.yaml, `Filter`); a custom field may take any of them. */
export const LEAF_OPERATORS = [
	'equals',
	'not_equals',
	'contains',
	'does_not_contain',
	'in',
	'not_in',
	'time_is_after',
	'time_is_before',
	'time_range',
	'string_contains',
	'string_does_not_contain',
	'is_set',
	'is_unset',
	'greater_than',
	'less_than',
	'greater_than_or_equals',
	'less_than_or_equals',
];

/** The operators that compare with several values, by those that compare with one. */
export const OF_SEVERAL: Record<string, string> = {
	equals: 'in',
	contains: 'in',
	does_not_contain: 'not_in',
};

/** Operators that look for a part of a text: the compared text is no value of the field. */
export const OF_PARTS = ['string_contains', 'string_does_not_contain'];

/** Built-in fields whose values records may have in several spellings: how one is read, and what makes all of them. */
export const SPELLINGS: Record<
	string,
	{ read: (value: unknown, displayName: string) => string; all: (values: string[]) => string[] }
> = {
	domains: { read: readDomain, all: bothDomains },
	email: { read: readEmail, all: bothCases },
};
