import type { IDataObject } from 'n8n-workflow';
import { customFieldsIn, listOf, personFields, pick } from './simplifyHelpers';

/**
 * @param account as Pylon sent it (openapi.yaml, `Account`)
 * @param withNames whether names were looked up (`records/addNames.ts`)
 * @returns the fields of an account that people use, without nesting
 */
export const simplifyAccount = (account: IDataObject, withNames = false): IDataObject => ({
	...pick(account, 'id', 'name', 'type', 'primary_domain'),
	domains: listOf(account.domains),
	...personFields('owner', account.owner, withNames),
	tags: listOf(account.tags),
	external_ids: listOf(account.external_ids, 'external_id'),
	...pick(account, 'created_at', 'updated_at', 'latest_customer_activity_time'),
	...customFieldsIn(account),
});
