import type { IDataObject } from 'n8n-workflow';
import { joined } from '../../records/joined';
import type { Call } from '../../run/operationPlan';

/** The fields that tell an issue from others in a list. */
export const ISSUE_OUTLINE = ['id', 'number', 'title', 'state', 'created_at', 'link'] as const;

/**
 * Looks up the states in which an issue is closed, once for all items of a run: a workspace can have some of its own besides
 * `closed` (openapi.yaml, `IssueStatus`).
 * @param call the item's call
 * @returns their slugs
 * @throws PylonApiError when Pylon gives no good answer
 */
export async function closedStates({ cached, send }: Call): Promise<string[]> {
	return await cached('closed states of issues', async () => {
		const statuses = await send({ template: '/issue-statuses' });
		const closed = statuses.map(({ json }) => json).filter(({ category }) => category === 'closed');
		return [
			...new Set([
				'closed',
				...closed.map(({ slug }) => slug).filter((slug) => typeof slug === 'string'),
			]),
		];
	});
}

/**
 * @param call the item's call
 * @returns a condition of `POST /issues/search` that leaves out closed issues
 * @throws PylonApiError when Pylon gives no good answer
 */
export async function isOpen(call: Call): Promise<IDataObject> {
	return { field: 'state', operator: 'not_in', values: await closedStates(call) };
}

/**
 * Reads one page of `POST /issues/search`.
 * @param call the item's call
 * @param conditions an issue has to meet all of them
 * @param body further properties of the search, e.g. `limit`
 * @returns the issues, the newest first
 * @throws PylonApiError when Pylon gives no good answer
 */
export async function searchIssues(
	{ send }: Call,
	conditions: IDataObject[],
	body: IDataObject,
): Promise<IDataObject[]> {
	const items = await send({
		method: 'POST',
		template: '/issues/search',
		body: { ...(conditions.length === 0 ? {} : { filter: joined('and', conditions) }), ...body },
	});
	return items.map(({ json }) => json).filter(({ id }) => typeof id === 'string');
}
