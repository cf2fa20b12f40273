import { account } from '../../records/account';
import { contact } from '../../records/contact';
import { issue } from '../../records/issue';
import { optionalRecord, picker } from './recordField';

export const contactId = picker('Contact', 'contactId', 'The contact to work with', contact);

export const issueId = picker('Issue', 'issueId', 'The issue to work with', issue);

export const accountId = picker('Account', 'accountId', 'The account to work with', account);

const ACCOUNT = {
	displayName: 'Account',
	name: 'accountId',
	property: 'account_id',
	description: 'The account that it is for',
};

/** An account in the body, for a collection; an operation adds its `description`. */
export const ofAccount = optionalRecord(account, ACCOUNT);

/** `ofAccount` where an empty ID removes the account. */
export const ofAccountOrNone = optionalRecord(account, { ...ACCOUNT, clearable: true });

/** `ofAccountOrNone` where Pylon takes the account's external ID, too (openapi.yaml, `UpdateContactRequestBody`). */
export const ofAccountByAnyId = optionalRecord(account, {
	...ACCOUNT,
	clearable: true,
	as: { externalId: 'account_external_id' },
});
