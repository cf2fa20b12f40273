import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { Pylon } from '../../../../../nodes/Pylon/Pylon.node';
import { isRecord } from '../../../../../nodes/shared/client/envelope';
import { runNode } from '../../../../support/engine';
import { by } from '../../../../support/locator';
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

/**
 * Puts values where the editor keeps them: those of fields whose values are chosen from a list among the chosen ones.
 * @param given conditions, groups, or anything within
 */
function asKept(given: unknown): unknown {
	if (Array.isArray(given)) return given.map(asKept);
	if (!isRecord(given)) return given;
	const { value, ...rest } = given;
	const isListed = typeof rest.field === 'string' && rest.field.startsWith('list:');
	if (!isListed || value === undefined)
		return Object.fromEntries(Object.entries(given).map(([key, one]) => [key, asKept(one)]));
	return ['in', 'not_in'].includes(String(rest.operator))
		? { ...rest, choices: value }
		: { ...rest, choice: by('value', value as string) };
}

/**
 * Runs a search on n8n's engine.
 * @param pylon that is searched
 * @param parameters of the search, with values where its conditions have them; they are put where the editor keeps them
 * @param options which resource (issues unless told otherwise), the JSON of the items, and the workflow's time zone
 * @returns the items, the filters that were sent, and the words of the error
 */
export async function search(
	pylon: PylonUnderTest,
	parameters: INodeParameters,
	{ resource = 'issue', items = [{}], timezone }: SearchOptions = {},
): Promise<Found> {
	const { items: found, error } = await runNode({
		node: new Pylon(),
		parameters: {
			resource,
			operation: 'search',
			...(asKept(parameters) as INodeParameters),
		},
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

/**
 * @param condition the entries of 'Conditions'
 * @returns the parameters of a search with them
 */
export const withConditions = (...condition: INodeParameters[]): INodeParameters => ({
	conditions: { condition },
});
