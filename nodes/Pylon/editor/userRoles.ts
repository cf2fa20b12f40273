import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { fieldText } from '../../shared/client/envelope';
import { askPylon } from '../../shared/client/editorClient';
import { byName, entryOf } from './options';

/**
 * Roles of users, by ID; which ones there are is the workspace's own matter (openapi.yaml, `getUserRoles`).
 * @throws NodeOperationError whose message says what is wrong and what to do (see `askPylon`)
 */
export async function getUserRoles(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const { records } = await askPylon(this, { template: '/user-roles' });
	return byName(records.flatMap(({ id, name, slug }) => entryOf(id, fieldText(name) || slug)));
}
