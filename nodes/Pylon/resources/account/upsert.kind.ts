import type { IDataObject } from 'n8n-workflow';
import { account } from '../../records/account';
import { simplifyAccount } from '../../simplify/account';
import { textList } from '../../steps/listKinds';
import { wrongInput } from '../../steps/values';
import type { Call } from '../../transport/plan';
import { externalIdOf } from '../../upsert/identifiers';
import type { Given, Identifier, UpsertKind } from '../../upsert/kind';

const domainList = textList({ displayName: 'Domain', property: 'domains', anyCase: true });

const domain: Identifier = {
	name: 'domain',
	displayName: 'Domain',
	isUnique: true,
	check: (context, value) => {
		if (/^[^\s@/:.]+(\.[^\s@/:.]+)+$/.test(value)) return;
		throw wrongInput(context, "'Domain' is not a domain", `It is '${value}'. Write it alone, like globex.com, without https:// and path, or leave it empty.`);
	},
	keyOf: (value) => value.toLowerCase(),
	of: (record) => (domainList.of(record) ?? []).map(({ key }) => key),
	/** With domains, exactly one is primary (openapi.yaml, `CreateAccountRequest`). */
	addTo: (body, value, record) => {
		const present = record === undefined ? [] : (domainList.of(record) ?? []).map((entry) => entry.value);
		body.domains = [...present, value];
		if (record?.primary_domain === undefined || record.primary_domain === null) body.primary_domain = value;
	},
};

/** Several accounts may have the same; Pylon does not refuse it. */
const name: Identifier = {
	name: 'name',
	displayName: 'Name',
	isUnique: false,
	of: (record) => (typeof record.name === 'string' ? [record.name.trim()] : []),
	addTo: (body, value) => {
		body.name = value;
	},
};

/** Fields and operators of `POST /accounts/search`: notes on the API, section b. */
const conditionOf = ({ identifier, value }: Given): IDataObject => {
	if (identifier === domain) return { field: 'domains', operator: 'contains', value: value.toLowerCase() };
	return { field: identifier === name ? 'name' : 'external_ids', operator: 'equals', value };
};

async function find(call: Call, wanted: Given[]) {
	const conditions = wanted.map(conditionOf);
	const filter = conditions.length === 1 ? conditions[0] : { operator: 'or', subfilters: conditions };
	const found = await call.send(
		{ ...call.request, method: 'POST', url: '/accounts/search', body: { filter, limit: 100 } },
		'/accounts/search',
	);
	return found.map(({ json }) => json).filter(({ id }) => typeof id === 'string');
}

export const accountUpsert: UpsertKind = {
	record: account,
	path: '/accounts',
	template: '/accounts/{accountId}',
	identifiers: [externalIdOf, domain, name],
	find,
	findsAllAtOnce: true,
	simplified: simplifyAccount,
};
