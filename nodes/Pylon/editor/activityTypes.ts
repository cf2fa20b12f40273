import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { askPylon } from './editorRequest';
import { byName } from './options';

/** Kinds of activity that an admin has made in Pylon, by slug; there are no built-in ones (openapi.yaml, `getActivityTypes`). */
export async function getActivityTypes(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const { records } = await askPylon(this, { path: '/activity-types' });
	return byName(records.map(({ label, slug }) => ({ name: String(label ?? slug), value: String(slug) })));
}
