import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { fieldText } from '../../shared/client/envelope';
import { askPylon } from '../../shared/client/editorClient';
import { byName, entryOf } from './options';

/**
 * Fetches the roles that a user of the workspace can have (openapi.yaml, `getUserRoles`).
 * @returns entries of a drop-down, with the ID as value
 * @throws NodeOperationError whose message says what is wrong and what to do (see `askPylon`)
 */
export async function getUserRoles(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const { records } = await askPylon(this, { template: '/user-roles' });
	return byName(records.flatMap(({ id, name, slug }) => entryOf(id, fieldText(name) || slug)));
}
