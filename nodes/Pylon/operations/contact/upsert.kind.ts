import type { IDataObject } from 'n8n-workflow';
import { emailKey, readEmail } from '../../../shared/input';
import { contact } from '../../records/contact';
import { bothCases } from '../../records/emailLookUp';
import { simplifyContact } from '../../records/simplified/contact';
import { isUnknownRecord } from '../../../shared/client/unknownRecord';
import type { Call } from '../../run/operationPlan';
import { externalIdOf } from '../../upsert/identifiers';
import type { IdentifierValue, Identifier, UpsertKind } from '../../upsert/upsertKind';
import { conditionOf, searchAll } from '../../upsert/search';
import { emailList } from './lists';

/** Pylon refuses an address that another contact has (openapi.yaml, `exists_id`). */
const email: Identifier = {
	name: 'email',
	displayName: 'Email',
	isUnique: true,
	read: readEmail,
	keyOf: emailKey,
	of: (record) => (emailList.of(record) ?? []).map(({ key }) => key),
	addTo: (body, value, record) => {
		if (record === undefined) body.email = emailKey(value);
		else
			body.emails = [
				...(emailList.of(record) ?? []).map((entry) => entry.value),
				{ email: emailKey(value) },
			];
	},
};

/**
 * A contact's path takes an external ID (docs/pylon-api-notes.md#paths); its search does not filter by one
 * (docs/pylon-api-notes.md#search-filters).
 */
async function byExternalId(call: Call, value: string) {
	const found = await call
		.send({ template: '/contacts/{contactId}', ids: { contactId: value } })
		.catch((error: unknown) => {
			if (isUnknownRecord(error)) return [];
			throw error;
		});
	return found.map(({ json }) => json).filter(({ id }) => typeof id === 'string');
}

async function find(call: Call, lookedFor: IdentifierValue[]) {
	const emails = lookedFor
		.filter(({ identifier }) => identifier === email)
		.map(({ value }) => value);
	const found: IDataObject[] = [];
	if (emails.length > 0) {
		const condition = conditionOf('email', 'equals', bothCases(emails));
		const pageSize = emails.length === 1 ? 10 : undefined;
		found.push(...(await searchAll(call, '/contacts/search', [condition], pageSize)));
	}
	for (const { identifier, value } of lookedFor) {
		if (identifier === externalIdOf) found.push(...(await byExternalId(call, value)));
	}
	return found;
}

export const contactUpsert: UpsertKind = {
	record: contact,
	byId: (contactId) => ({ template: '/contacts/{contactId}', ids: { contactId } }),
	identifiers: [externalIdOf, email],
	find,
	searched: [email.name],
	findsAllAtOnce: false,
	simplified: simplifyContact,
};
