import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { Pylon } from '../../../../../nodes/Pylon/Pylon.node';
import { runNode } from '../../../../support/engine';
import type { PylonUnderTest } from '../../../../support/pylon';

interface SearchOptions {
	resource?: string;
	/** The items that come in; default one empty one. */
	items?: IDataObject[];
	/** IANA name; default UTC. */
	timezone?: string;
}

/** What a search did. */
export interface Found {
	items: INodeExecutionData[];
	/** Filters of the searches that were sent, in order. */
	filters: unknown[];
	message?: string;
	description?: string;
}

/** Runs a search on n8n's engine; without `resource`, one for issues. */
export async function search(
	pylon: PylonUnderTest,
	parameters: INodeParameters,
	{ resource = 'issue', items = [{}], timezone }: SearchOptions = {},
): Promise<Found> {
	const { items: found, error } = await runNode({
		node: new Pylon(),
		parameters: { resource, operation: 'search', ...parameters },
		items: items.map((json) => ({ json })),
		timezone,
		credentials: pylon.credentials,
	});
	const sent = pylon.sim.requests.filter(({ path }) => path.endsWith('/search'));
	return {
		items: found,
		filters: sent.map(({ body }) => (body as IDataObject).filter),
		message: error?.message,
		description: (error as { description?: string } | undefined)?.description,
	};
}

/** Parameters of a search with these conditions, as the editor keeps them. */
export const withConditions = (...condition: INodeParameters[]): INodeParameters => ({
	conditions: { condition },
});
