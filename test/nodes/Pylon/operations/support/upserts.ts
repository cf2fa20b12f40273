import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { CredentialData } from '../../../../support/additionalData';
import { runPylon, type RunOptions } from '../../../shared/client/support/run';

/**
 * @param resource whose records are created or updated
 * @param credentials of the simulated Pylon
 * @returns runs 'Create or Update' with the parameters of one case; each request is sent once
 */
export const upserting =
	(resource: string, credentials: () => CredentialData) =>
	async (parameters: INodeParameters, inputs: IDataObject[] = [{}], options: RunOptions = {}) =>
		await runPylon(
			credentials(),
			{ resource, operation: 'upsert', requestOptions: { maxTries: 1 }, ...parameters },
			inputs,
			options,
		);

/**
 * @param resource whose records are created or updated
 * @param credentials of the simulated Pylon
 * @param parameters that are the same in all cases, with expressions that read the item
 * @returns runs 'Create or Update' over items; each request is sent once
 */
export const upsertingItems = (
	resource: string,
	credentials: () => CredentialData,
	parameters: INodeParameters,
) => {
	const upsert = upserting(resource, credentials);
	return async (inputs: IDataObject[], more: INodeParameters = {}, options: RunOptions = {}) =>
		await upsert({ ...parameters, ...more }, inputs, options);
};
