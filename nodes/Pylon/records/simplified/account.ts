import type { IDataObject } from 'n8n-workflow';
import { customFieldsOf, listOf, partOf, pick } from './simplifyHelpers';

/** @returns what people use of an account (openapi.yaml, `Account`), flat */
export const simplifyAccount = (account: IDataObject): IDataObject => ({
	...pick(account, 'id', 'name', 'type', 'primary_domain'),
	domains: listOf(account.domains),
	owner_id: partOf(account.owner, 'id'),
	owner_email: partOf(account.owner, 'email'),
	tags: listOf(account.tags),
	external_ids: listOf(account.external_ids, 'external_id'),
	...pick(account, 'created_at', 'latest_customer_activity_time'),
	custom_fields: customFieldsOf(account.custom_fields),
});
