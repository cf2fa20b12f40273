import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { bodyOf, wrongInput } from '../steps/values';
import { beforeSending } from '../transport/plan';

/** `[{ external_id, label? }]` */
const externalIdsInBody = beforeSending(function (request) {
	const body = bodyOf(request);
	const entries = ((body.external_ids as IDataObject).externalId ?? []) as Array<{ externalId?: unknown; label?: string }>;
	body.external_ids = entries.map(({ externalId, label }) => {
		const id = typeof externalId === 'number' ? String(externalId) : externalId;
		if (typeof id !== 'string' || id.trim() === '') {
			throw wrongInput(this, "An entry of 'External IDs' has no 'External ID'", "Fill in 'External ID' of each entry, or remove the entry.");
		}
		return { external_id: id.trim(), ...(label ? { label } : {}) };
	});
});

/** For `additionalFields` and `updateFields`. */
export const externalIds: INodeProperties = {
	displayName: 'External IDs',
	name: 'externalIds',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add External ID',
	default: {},
	description: 'All IDs that your own systems gave to the record; in an update, those not listed are removed',
	routing: { send: { type: 'body', property: 'external_ids', preSend: [externalIdsInBody] } },
	options: [
		{
			name: 'externalId',
			displayName: 'External ID',
			values: [
				{
					displayName: 'External ID',
					name: 'externalId',
					type: 'string',
					default: '',
					placeholder: 'e.g. crm-42',
				},
				{
					displayName: 'Label',
					name: 'label',
					type: 'string',
					default: '',
					placeholder: 'e.g. crm',
					description: 'Tells several IDs of one record apart',
				},
			],
		},
	],
};
