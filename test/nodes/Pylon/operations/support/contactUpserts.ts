import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { CredentialData } from '../../../../support/additionalData';
import { runPylon, type RunOptions } from '../../../shared/client/support/run';

/**
 * @param credentials of the simulated Pylon
 * @returns runs Contact: Create or Update over items with any of `externalId`, `email` and `name`
 */
export const upsertingContacts =
	(credentials: () => CredentialData) =>
	async (inputs: IDataObject[], parameters: INodeParameters = {}, options: RunOptions = {}) =>
		await runPylon(
			credentials(),
			{
				resource: 'contact',
				operation: 'upsert',
				externalId: '={{ $json.externalId }}',
				email: '={{ $json.email }}',
				name: '={{ $json.name }}',
				requestOptions: { maxTries: 1 },
				...parameters,
			},
			inputs,
			options,
		);
