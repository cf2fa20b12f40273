import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { fieldText } from '../../shared/client/envelope';
import { askPylon } from './editorRequest';
import { byName, entryOf } from './options';

/** Roles of users, by ID; which ones there are is the workspace's own matter (openapi.yaml, `getUserRoles`). */
export async function getUserRoles(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const { records } = await askPylon(this, { path: '/user-roles' });
	return byName(records.flatMap(({ id, name, slug }) => entryOf(id, fieldText(name) || slug)));
}
