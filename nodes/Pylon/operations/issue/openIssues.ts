import type { IDataObject } from 'n8n-workflow';
import type { Call } from '../../run/operationPlan';

/** In a list: the fields that tell an issue from the others. */
export const ISSUE_OUTLINE = ['id', 'number', 'title', 'state', 'created_at', 'link'] as const;

/**
 * The states in which an issue is closed: a workspace can have some of its own beside `closed` (openapi.yaml,
 * `IssueStatus`). Looked up once for all items of a run.
 * @param call of the item
 * @returns their slugs
 * @throws PylonApiError when no good answer came
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
 * @param call of the item
 * @returns a condition of `POST /issues/search` that leaves out what is closed
 */
export async function isOpen(call: Call): Promise<IDataObject> {
	return { field: 'state', operator: 'not_in', values: await closedStates(call) };
}

/**
 * One page of `POST /issues/search`, the newest first.
 * @param call of the item
 * @param conditions all of which have to hold
 * @param body further properties of the search
 * @throws PylonApiError when no good answer came
 */
export async function searchIssues(
	{ send }: Call,
	conditions: IDataObject[],
	body: IDataObject,
): Promise<IDataObject[]> {
	const filter =
		conditions.length > 1 ? { operator: 'and', subfilters: conditions } : conditions[0];
	const items = await send({
		method: 'POST',
		template: '/issues/search',
		body: { ...(filter === undefined ? {} : { filter }), ...body },
	});
	return items.map(({ json }) => json).filter(({ id }) => typeof id === 'string');
}
