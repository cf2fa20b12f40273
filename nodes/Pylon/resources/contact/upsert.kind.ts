import { contact } from '../../records/contact';
import { simplifyContact } from '../../simplify/contact';
import { wrongInput } from '../../steps/values';
import { factsOfError } from '../../transport/errors';
import type { Call } from '../../transport/plan';
import { externalIdOf } from '../../upsert/identifiers';
import type { Given, Identifier, UpsertKind } from '../../upsert/kind';
import { emailList } from './lists';

/** Pylon refuses an address that another contact has (openapi.yaml, `exists_id`). */
const email: Identifier = {
	name: 'email',
	displayName: 'Email',
	isUnique: true,
	check: (context, value) => {
		if (/^[^\s@]+@[^\s@]+$/.test(value)) return;
		throw wrongInput(context, "'Email' is not an email address", `It is '${value}'. Write one address like ada@example.com, or leave it empty.`);
	},
	keyOf: (value) => value.toLowerCase(),
	of: (record) => (emailList.of(record) ?? []).map(({ key }) => key),
	addTo: (body, value, record) => {
		if (record === undefined) body.email = value;
		else body.emails = [...(emailList.of(record) ?? []).map((entry) => entry.value), { email: value }];
	},
};

/** A contact's path takes an external ID (openapi.yaml); its search does not filter by one (notes on the API, b). */
async function byExternalId(call: Call, value: string) {
	const url = `/contacts/${encodeURIComponent(value)}`;
	const asked = call.send({ ...call.request, method: 'GET', url, body: {} }, '/contacts/{contactId}');
	return await asked.catch((error: unknown) => {
		if (factsOfError(error).status === 404) return [];
		throw error;
	});
}

async function byEmail(call: Call, value: string) {
	const body = { filter: { field: 'email', operator: 'equals', value }, limit: 10 };
	return await call.send({ ...call.request, method: 'POST', url: '/contacts/search', body }, '/contacts/search');
}

async function find(call: Call, wanted: Given[]) {
	const found = [];
	for (const { identifier, value } of wanted) {
		found.push(...(await (identifier === email ? byEmail : byExternalId)(call, value)));
	}
	return found.map(({ json }) => json).filter(({ id }) => typeof id === 'string');
}

export const contactUpsert: UpsertKind = {
	record: contact,
	path: '/contacts',
	template: '/contacts/{contactId}',
	identifiers: [externalIdOf, email],
	find,
	findsAllAtOnce: false,
	bestKnown: 'email',
	simplified: simplifyContact,
};
