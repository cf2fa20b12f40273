import type { IDataObject } from 'n8n-workflow';
import { CHECK_EXPRESSION, readIds } from '../../../shared/input';
import { bodyOf, wrongInput } from '../../parameters/values';
import { addToError } from '../../../shared/client/errors';
import type { Handler, Step } from '../../run/operationPlan';
import { customObjectIds } from './fields';

/** Pylon changes at most this many objects per request (openapi.yaml, `UpdateCustomObjectsRequest`). */
const MOST_PER_REQUEST = 100;

const OBJECTS = customObjectIds.displayName;

interface Body {
	ids: string[];
	custom_fields: IDataObject;
}

/**
 * Reads the objects to change and their new fields, which are the same for all.
 * @throws NodeOperationError when there is no object, or no field; WrongInput when an object is no ID
 */
export const idsAndFieldsInBody: Step = function (request) {
	const body = bodyOf(request);
	const ids = readIds(body.ids, OBJECTS);
	if (ids.length === 0) {
		throw wrongInput(
			this,
			`'${OBJECTS}' is empty`,
			`Put the ID of at least one object into '${OBJECTS}'. ${CHECK_EXPRESSION}`,
		);
	}
	if (Object.keys((body.custom_fields ?? {}) as IDataObject).length === 0) {
		throw wrongInput(
			this,
			"There is nothing to change: 'Custom Fields' is empty",
			"Add at least one field under 'Custom Fields'.",
		);
	}
	body.ids = ids;
};

/**
 * Changes one chunk after the other, so that it is known how far the change got.
 * @param call the item's call
 * @returns `{ success: true, updated_ids }`
 * @throws PylonApiError when a chunk fails, with the IDs of the objects that are changed and of those that are not
 */
export const updateInChunks: Handler = async ({ request, send }) => {
	const { ids, custom_fields } = request.body as unknown as Body;
	const updated: string[] = [];
	for (let done = 0; done < ids.length; done += MOST_PER_REQUEST) {
		const chunk = ids.slice(done, done + MOST_PER_REQUEST);
		try {
			const [item] = await send({ ...request, body: { ids: chunk, custom_fields } });
			updated.push(...((item?.json.updated_ids ?? chunk) as string[]));
		} catch (error) {
			throw addToError(
				error,
				`Changed already: ${updated.length} of ${ids.length} objects. You can safely send the same change again for all of them.`,
				{
					updatedIds: updated,
					notUpdatedIds: ids.slice(done),
				},
			);
		}
	}
	return [{ json: { success: true, updated_ids: updated } }];
};
