import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { Pylon } from '../../../../../nodes/Pylon/Pylon.node';
import type { CredentialData } from '../../../../support/additionalData';
import { runNode, type RunNodeOptions } from '../../../../support/engine';
import { loadNode } from '../../../../support/nodeTypes';

// Nothing in these tests waits for time to pass, but a busy machine may take its own.
jest.setTimeout(120_000);

/** The node as n8n has loaded it; one for all runs, as in n8n. */
export const pylonNode = loadNode(new Pylon());

export type RunOptions = Partial<Omit<RunNodeOptions, 'parameters' | 'items'>>;

/**
 * @param records JSON of the items
 * @returns input items
 */
export const itemsOf = (...records: IDataObject[]): INodeExecutionData[] =>
	records.map((json) => ({ json }));

/**
 * Runs the Pylon node.
 * @param credentials of the simulated Pylon
 * @param parameters of the node
 * @param inputs JSON of the items; default one empty item
 * @param options see `runNode`
 * @returns the items, and the error that ended the run
 */
export async function runPylon(
	credentials: CredentialData,
	parameters: INodeParameters,
	inputs: IDataObject[] = [{}],
	options: RunOptions = {},
) {
	return await runNode({
		node: pylonNode,
		credentials,
		parameters,
		items: itemsOf(...inputs),
		...options,
	});
}

/**
 * @param contactId the ID, or an expression for it
 * @returns the parameters of 'Contact: Get'
 */
export const getContact = (contactId = '={{ $json.id }}'): INodeParameters => ({
	resource: 'contact',
	operation: 'get',
	contactId: { __rl: true, mode: 'id', value: contactId },
});

/**
 * @param title of the issue, or an expression for it
 * @returns the parameters of 'Issue: Create'
 */
export const createIssue = (title = '={{ $json.title }}'): INodeParameters => ({
	resource: 'issue',
	operation: 'create',
	title,
	message: 'Hello',
	requesterId: { __rl: true, mode: 'email', value: 'ada@shared-inbox.example' },
});

/**
 * @param more how many contacts are wanted, and further parameters
 * @returns the parameters of 'Contact: Get Many'
 */
export const listContacts = (more: INodeParameters = { returnAll: true }): INodeParameters => ({
	resource: 'contact',
	operation: 'getAll',
	...more,
});

/** What an error item says. */
export interface ErrorOfItem extends IDataObject {
	message: string;
	description?: string;
	status?: number;
	code?: string;
	requestId?: string;
}

/**
 * @param item of a run that went on after a failure
 * @returns its `error`; undefined for an item that did not fail
 */
export const errorOf = (item: INodeExecutionData | undefined) =>
	item?.json.error as ErrorOfItem | undefined;
