import { fieldText } from '../../shared/client/envelope';
import { pageSizeOf } from '../../shared/api/endpoints';
import { emailKey } from '../../shared/input';
import { textsOf, type Naming } from './recordKind';

/**
 * Pylon does not document how it compares upper and lower case, so both are searched for.
 * @param values email addresses
 * @returns each address as it was given and in lower case, once
 */
export const bothCases = (values: string[]): string[] => [
	...new Set(values.flatMap((value) => [value, emailKey(value)])),
];

/**
 * @param template the path of the search that filters by email, e.g. `/contacts/search`
 * (docs/pylon-api-notes.md#search-filters)
 * @param placeholder an example of an address, for the editor
 * @returns the naming by email address, of users and contacts
 */
export const byEmail = (template: string, placeholder: string): Naming => ({
	displayName: 'Email',
	placeholder,
	noun: 'email',
	query: (value) => {
		const values = bothCases([value]);
		const operand =
			values.length === 1 ? { operator: 'equals', value } : { operator: 'in', values };
		return {
			template,
			method: 'POST',
			body: { filter: { field: 'email', ...operand }, limit: 10 },
		};
	},
	several: {
		query: (values) => ({
			template,
			method: 'POST',
			body: {
				filter: { field: 'email', operator: 'in', values: bothCases(values) },
				limit: pageSizeOf('POST', template),
			},
		}),
		has: (record, value) =>
			[record.email, ...textsOf(record, 'emails')].some(
				(email) => emailKey(fieldText(email)) === emailKey(value),
			),
	},
});
