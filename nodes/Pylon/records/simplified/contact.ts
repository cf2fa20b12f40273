import type { IDataObject } from 'n8n-workflow';
import { customFieldsIn, listOf, partOf, pick } from './simplifyHelpers';

/**
 * @param contact as Pylon sent it (openapi.yaml, `Contact`)
 * @returns the fields of a contact that people use, without nesting
 */
export const simplifyContact = (contact: IDataObject): IDataObject => ({
	...pick(contact, 'id', 'name', 'email'),
	emails: listOf(contact.emails),
	account_id: partOf(contact.account, 'id'),
	...pick(contact, 'primary_phone_number', 'portal_role'),
	external_ids: listOf(contact.external_ids, 'external_id'),
	...customFieldsIn(contact),
});
