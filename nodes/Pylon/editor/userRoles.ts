import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { askPylon } from './editorRequest';
import { byName } from './options';

/** Roles of users, by ID; which ones there are is the workspace's own matter (openapi.yaml, `getUserRoles`). */
export async function getUserRoles(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const { records } = await askPylon(this, { path: '/user-roles' });
	return byName(records.map(({ id, name, slug }) => ({ name: String(name ?? slug), value: String(id) })));
}
