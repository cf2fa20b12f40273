import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { askPylon } from '../../shared/client/editorClient';
import { byName, entryOf } from './options';

/**
 * Fetches the kinds of activity that an admin has made in Pylon
 * (https://docs.usepylon.com/pylon-docs/account-management/activities/custom-activities).
 * @returns entries of a drop-down, with the slug as value
 * @throws NodeOperationError whose message says what is wrong and what to do (see `askPylon`)
 */
export async function getActivityTypes(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const { records } = await askPylon(this, { template: '/activity-types' });
	return byName(records.flatMap(({ label, slug }) => entryOf(slug, label)));
}
