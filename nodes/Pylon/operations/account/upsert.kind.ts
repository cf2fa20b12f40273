import type { IDataObject } from 'n8n-workflow';
import { domainKey, readDomain } from '../../../shared/input';
import { account, bothDomains } from '../../records/account';
import { simplifyAccount } from '../../records/simplified/account';
import { textList } from '../../parameters/lists/listKinds';
import type { Call } from '../../run/operationPlan';
import { externalIdOf } from '../../upsert/identifiers';
import type { IdentifierValue, Identifier, UpsertKind } from '../../upsert/upsertKind';
import { conditionOf, searchAll } from '../../upsert/search';

const domainList = textList({ displayName: 'Domain', property: 'domains', keyOf: domainKey });

const domain: Identifier = {
	name: 'domain',
	displayName: 'Domain',
	isUnique: true,
	read: readDomain,
	keyOf: domainKey,
	of: (record) => (domainList.of(record) ?? []).map(({ key }) => key),
	/** With domains, exactly one is primary (openapi.yaml, `CreateAccountRequest`). */
	addTo: (body, value, record) => {
		const present =
			record === undefined ? [] : (domainList.of(record) ?? []).map((entry) => entry.value);
		body.domains = [...present, value];
		if (record?.primary_domain === undefined || record.primary_domain === null)
			body.primary_domain = value;
	},
};

/** Several accounts may have the same name; Pylon does not refuse it. */
const name: Identifier = {
	name: 'name',
	displayName: 'Name',
	isUnique: false,
	of: (record) => (typeof record.name === 'string' ? [record.name.trim()] : []),
	addTo: (body, value) => {
		body.name = value;
	},
};

/** Fields and operators of `POST /accounts/search`: docs/pylon-api-notes.md#search-filters */
function conditionFor(identifier: Identifier, values: string[]): IDataObject {
	if (identifier === domain) return conditionOf('domains', 'contains', bothDomains(values));
	return conditionOf(identifier === name ? 'name' : 'external_ids', 'equals', values);
}

async function find(call: Call, lookedFor: IdentifierValue[]) {
	const identifiers = [...new Set(lookedFor.map(({ identifier }) => identifier))];
	const conditions = identifiers.map((identifier) =>
		conditionFor(
			identifier,
			lookedFor.filter((given) => given.identifier === identifier).map(({ value }) => value),
		),
	);
	return await searchAll(
		call,
		'/accounts/search',
		conditions,
		lookedFor.length === conditions.length ? 100 : undefined,
	);
}

export const accountUpsert: UpsertKind = {
	record: account,
	byId: (accountId) => ({ template: '/accounts/{accountId}', ids: { accountId } }),
	identifiers: [externalIdOf, domain, name],
	find,
	searched: [externalIdOf.name, domain.name, name.name],
	findsAllAtOnce: true,
	simplified: simplifyAccount,
};
