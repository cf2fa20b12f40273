import type { INodeParameters } from 'n8n-workflow';

import type { Fault } from '../../../../../sandbox/pylon';
import type { PylonUnderTest } from '../../../../support/pylon';
import { errorOf, runPylon } from './run';

/** How the description of every answered request ends in `errorFor`. */
export const ofRequest = " Pylon's request ID: REQUEST.";

export const maybeProcessed =
	'Pylon may have processed it anyway, so it was not sent again. Check in Pylon before you repeat it.';

export const changeValue = 'Change the value that the message names and run the node again.';

/** Where the texts send people for a token. */
export const tokenPage = 'https://app.usepylon.com/settings/api-tokens';

/**
 * @param code status of HTTP
 * @param body of the answer, as JSON; default: what Pylon says with that status
 * @returns a fault: the simulated Pylon answers so
 */
export const status = (code: number, body?: unknown): Fault => ({
	kind: 'status',
	status: code,
	body,
});

/**
 * Runs one item with continue-on-fail.
 * @param pylon that is asked
 * @param parameters of the node
 * @param options what goes wrong, and another credential
 * @returns the item's error, with the address of the simulated Pylon and the request id replaced by words
 */
export async function errorFor(
	pylon: PylonUnderTest,
	parameters: INodeParameters,
	{
		fault,
		credentials = pylon.credentials,
	}: { fault?: Fault; credentials?: PylonUnderTest['credentials'] } = {},
): Promise<unknown> {
	if (fault) pylon.sim.faults.add(fault);
	const { items } = await runPylon(credentials, parameters, [{}], {
		onError: 'continueRegularOutput',
	});
	expect(items).toHaveLength(1);
	expect(items[0].pairedItem).toEqual({ item: 0 });
	const requestId = pylon.sim.requests.at(-1)?.requestId ?? '';
	const text = JSON.stringify(errorOf(items[0])).replaceAll(requestId, 'REQUEST');
	return JSON.parse(text.replaceAll(pylon.sim.url, 'http://pylon')) as unknown;
}
