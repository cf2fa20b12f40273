import type { IDataObject } from 'n8n-workflow';
import { customFieldsIn, listOf, partOf, pick } from './simplifyHelpers';

/**
 * @param contact as Pylon sent it (openapi.yaml, `Contact`)
 * @returns what people use of a contact, flat
 */
export const simplifyContact = (contact: IDataObject): IDataObject => ({
	...pick(contact, 'id', 'name', 'email'),
	emails: listOf(contact.emails),
	account_id: partOf(contact.account, 'id'),
	...pick(contact, 'primary_phone_number', 'portal_role'),
	external_ids: listOf(contact.external_ids, 'external_id'),
	...customFieldsIn(contact),
});
