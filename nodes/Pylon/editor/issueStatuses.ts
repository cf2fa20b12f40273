import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { askPylon } from './editorRequest';
import { withBuiltIn } from './options';

/** Source: docs/pylon-api-notes.md#statuses */
const BUILT_IN: INodePropertyOptions[] = [
	{ name: 'Closed', value: 'closed' },
	{ name: 'New', value: 'new' },
	{ name: 'On Hold', value: 'on_hold' },
	{ name: 'Waiting on Customer', value: 'waiting_on_customer' },
	{ name: 'Waiting on You', value: 'waiting_on_you' },
];

/** Statuses of issues by slug: the built-in ones and those of the workspace that are not archived. */
export async function getIssueStatuses(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await withBuiltIn(BUILT_IN, async () => {
		const { records } = await askPylon(this, { path: '/issue-statuses' });
		return records
			.filter(({ is_archived: isArchived }) => isArchived !== true)
			.map(({ label, slug }) => ({ name: String(label ?? slug), value: String(slug) }));
	});
}
