import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { BUILT_IN_STATES } from '../records/issueStates';
import { askPylon } from '../../shared/client/editorClient';
import { entryOf, withBuiltIn } from './options';

/**
 * Fetches the statuses of issues: the built-in ones and those of the workspace that are not archived.
 * @returns entries of a drop-down, with the slug as value; when Pylon gives no answer, the built-in ones, each with the
 * reason in its description
 */
export async function getIssueStatuses(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	return await withBuiltIn(BUILT_IN_STATES, async () => {
		const { records } = await askPylon(this, { template: '/issue-statuses' });
		return records
			.filter(({ is_archived: isArchived }) => isArchived !== true)
			.flatMap(({ label, slug }) => entryOf(slug, label));
	});
}
