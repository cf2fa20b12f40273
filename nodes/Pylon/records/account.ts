import type { IDataObject } from 'n8n-workflow';
import { pageSizeOf } from '../../shared/api/endpoints';
import { fieldText } from '../../shared/client/envelope';
import { domainKey } from '../../shared/input';
import { labelOf, searchBody, textsOf, type RecordKind } from './recordKind';

const hasDomain = (record: IDataObject, value: string) =>
	textsOf(record, 'domains').some((domain) => domainKey(domain) === domainKey(value));

/**
 * Pylon compares whole domains, and an account may have been given one with `www.`, so both are searched for.
 * @param values domains as the user gave them
 * @returns each domain without and with `www.`, in lower case and once
 */
export const bothDomains = (values: string[]): string[] => [
	...new Set(values.map(domainKey).flatMap((domain) => [domain, `www.${domain}`])),
];

/** `POST /accounts/search` filters by name and by whole domains (docs/pylon-api-notes.md#search-filters). */
export const account: RecordKind = {
	noun: 'account',
	plural: 'accounts',
	listSearch: 'searchAccounts',
	label: (record) => labelOf(record.name, record.primary_domain ?? textsOf(record, 'domains')[0]),
	/** docs/pylon-api-notes.md#account-link */
	url: ({ id }, app) =>
		app === undefined ? undefined : `${app}/accounts/${encodeURIComponent(fieldText(id))}`,
	list: {
		query: (search) => ({
			template: '/accounts/search',
			method: 'POST',
			body: searchBody(search, (value) => [
				{ field: 'name', operator: 'string_contains', value },
				{ field: 'domains', operator: 'contains', value: value.toLowerCase() },
			]),
		}),
		pageSize: 100,
		searchedByPylon: true,
	},
	namings: {
		domain: {
			displayName: 'Domain',
			placeholder: 'e.g. globex.com',
			noun: 'domain',
			query: (value) => ({
				template: '/accounts/search',
				method: 'POST',
				body: {
					filter: { field: 'domains', operator: 'in', values: bothDomains([value]) },
					limit: 10,
				},
			}),
			matches: hasDomain,
			several: {
				query: (values) => ({
					template: '/accounts/search',
					method: 'POST',
					body: {
						filter: { field: 'domains', operator: 'in', values: bothDomains(values) },
						limit: pageSizeOf('POST', '/accounts/search'),
					},
				}),
				has: hasDomain,
			},
		},
		/** A path takes an account's ID or an external ID (openapi.yaml). */
		externalId: {
			displayName: 'Ext. ID',
			placeholder: 'e.g. crm-globex',
			hint: 'The ID of the account in your own system',
			noun: 'external ID',
			inPath: true,
			query: (value) => ({
				template: '/accounts/{accountId}',
				ids: { accountId: value },
				one: true,
			}),
		},
	},
};
