import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { withPylon } from '../../../../support/pylon';
import { runPylon, type RunOptions } from '../../../shared/client/support/run';

export const pylon = withPylon({ checkReplies: true });

/**
 * Runs 'Account: Update Many' over items that each name an account. Each request is sent once.
 * @param inputs JSON of the items, with the ID as `account`
 * @param parameters what is changed, and more under 'Request Options'
 * @param options see `runPylon`
 * @returns what the run came to
 */
export const update = async (
	inputs: IDataObject[],
	{
		updateFields = { accountType: 'partner' },
		requestOptions = {},
	}: { updateFields?: INodeParameters; requestOptions?: INodeParameters } = {},
	options: RunOptions = {},
) =>
	await runPylon(
		pylon.credentials,
		{
			resource: 'account',
			operation: 'updateMany',
			accountIds: '={{ $json.account }}',
			updateFields,
			requestOptions: { maxTries: 1, ...requestOptions },
		},
		inputs,
		options,
	);

/** @returns the bodies of all requests, in order */
export const bodies = () =>
	pylon.sim.requests.map(({ body }) => body as { account_ids: string[] } & IDataObject);

/** @returns how many accounts each request updates, in order */
export const chunks = () => bodies().map(({ account_ids: ids }) => ids.length);
