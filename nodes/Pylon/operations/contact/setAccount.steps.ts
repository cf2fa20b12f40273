import type { IDataObject } from 'n8n-workflow';
import { fieldText } from '../../../shared/client/envelope';
import { account } from '../../records/account';
import { contact } from '../../records/contact';
import { recordsNamed } from '../../records/resolveReference';
import { listOf, partOf } from '../../records/simplified/simplifyHelpers';
import { bodyOf, wrongInput } from '../../parameters/values';
import { checkedBy, type Call } from '../../run/operationPlan';
import { isFreeMail } from './freeMail';

const HOW_ELSE = "Choose the account yourself: set 'Set To' to 'Account'.";

/** The domain of the primary address. Throws when there is none, or when anybody can have an address there. */
function domainOf({ context }: Call, found: IDataObject): string {
	const email = fieldText(found.email) || fieldText(listOf(found.emails)[0]);
	const domain = email
		.slice(email.lastIndexOf('@') + 1)
		.trim()
		.toLowerCase();
	const who = contact.label(found) || fieldText(found.id);
	if (!email.includes('@') || domain === '') {
		throw wrongInput(
			context,
			`The contact ${who} has no email address`,
			`So there is no domain by which to find the account. ${HOW_ELSE}`,
		);
	}
	if (!isFreeMail(domain)) return domain;
	throw wrongInput(
		context,
		`'${domain}' is a mail provider and says nothing about the account`,
		`The contact is ${who}. Anybody can have an address there, so nothing was changed. ${HOW_ELSE}`,
	);
}

/** The one account with the domain; looked up once for all items of the run. */
async function accountOf(call: Call, domain: string): Promise<string> {
	const found = await recordsNamed(call, account, { mode: 'domain', value: domain });
	const [first, second] = found;
	if (first !== undefined && second === undefined) return fieldText(first.id);
	throw first === undefined
		? wrongInput(
				call.context,
				`No account has the domain '${domain}'`,
				`Add the domain to an account in Pylon, or create one. ${HOW_ELSE}`,
			)
		: wrongInput(
				call.context,
				`${found.length} accounts have the domain '${domain}'`,
				`${HOW_ELSE} They are: ${found.map((record) => `${account.label(record)}: ${fieldText(record.id)}`).join('; ')}.`,
			);
}

/** Puts into the body the account whose domain is that of the contact's email; sends nothing when the contact has it already. */
export const accountOfEmailDomain = checkedBy(async (call) => {
	const { template, ids } = call.request;
	const record = await call.sendForRecord({ template, ids });
	const id = await accountOf(call, domainOf(call, record));
	if (partOf(record.account, 'id') === id) return [{ json: record }];
	bodyOf(call.request).account_id = id;
	return undefined;
});
