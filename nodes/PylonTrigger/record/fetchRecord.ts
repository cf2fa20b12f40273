import type { IDataObject } from 'n8n-workflow';

import type { PylonClient } from '../../shared/client/triggerClient';
import type { RecordKind } from '../decide/events';

const TEMPLATES: Record<RecordKind, string> = {
	issue: '/issues/{issueId}',
	account: '/accounts/{accountId}',
	contact: '/contacts/{contactId}',
};

/**
 * @param kind of record
 * @param id of the payload
 * @returns the record as Pylon's API has it now
 * @throws NodeApiError when no good answer came
 */
export const fetchRecord = async (client: PylonClient, kind: RecordKind, id: string): Promise<IDataObject> =>
	await client.record({ template: TEMPLATES[kind], ids: { [`${kind}Id`]: id } });
