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

/** Input items from their JSON. */
export const itemsOf = (...records: IDataObject[]): INodeExecutionData[] =>
	records.map((json) => ({ json }));

/** Runs the Pylon node over items given as JSON; default one empty item. */
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

/** Makes the parameters of 'Contact: Get'. */
export const getContact = (contactId = '={{ $json.id }}'): INodeParameters => ({
	resource: 'contact',
	operation: 'get',
	contactId: { __rl: true, mode: 'id', value: contactId },
});

/** Makes the parameters of 'Issue: Create'. */
export const createIssue = (title = '={{ $json.title }}'): INodeParameters => ({
	resource: 'issue',
	operation: 'create',
	title,
	message: 'Hello',
	requesterId: { __rl: true, mode: 'email', value: 'ada@shared-inbox.example' },
});

/** Makes the parameters of 'Contact: Get Many'. */
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

/** The `error` of a continue-on-fail item. */
export const errorOf = (item: INodeExecutionData | undefined) =>
	item?.json.error as ErrorOfItem | undefined;
