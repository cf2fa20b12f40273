import type { IDataObject } from 'n8n-workflow';
import { fieldText } from '../../../shared/client/envelope';
import { tagKey } from '../../parameters/lists/lists';
import { bodyOf } from '../../parameters/values';
import { errorDetails } from '../../../shared/client/errors';
import type { Call, Handler } from '../../run/operationPlan';
import { withLock } from '../../run/keyedMutex';

const exactKeyOf = ({ object_type: objectType, value }: IDataObject): string =>
	`${fieldText(objectType)} ${fieldText(value)}`;

/** Pylon may have two tags that differ only in case; nobody wants another one. */
const keyOf = ({ object_type: objectType, value }: IDataObject): string =>
	exactKeyOf({ object_type: objectType, value: tagKey(fieldText(value)) });

/** The tags of the workspace, as the items of a run know them. */
class Tags {
	private readonly byKey = new Map<string, IDataObject>();

	constructor(tags: IDataObject[]) {
		for (const tag of tags) this.note(tag);
	}

	/** @returns the tag with the same text, or else one with the same text in other capitals */
	find(wanted: IDataObject): IDataObject | undefined {
		return this.byKey.get(exactKeyOf(wanted)) ?? this.byKey.get(keyOf(wanted));
	}

	note(tag: IDataObject): void {
		this.byKey.set(exactKeyOf(tag), tag);
		const other = this.byKey.get(keyOf(tag));
		if (other === undefined || other.id === tag.id) this.byKey.set(keyOf(tag), tag);
	}
}

/**
 * All tags come at once (docs/pylon-api-notes.md#whole-lists). They are read once for all items of a run, which note their
 * changes here.
 */
async function tagsOf({ cached, request, send }: Call): Promise<Tags> {
	return await cached('tags by text', async () => {
		const tags = await send({ template: request.template });
		return new Tags(tags.map(({ json }) => json));
	});
}

const tagOf = (id: unknown) => ({ template: '/tags/{tagId}', ids: { tagId: fieldText(id) } });

/** @returns the new tag, or the one that Pylon takes for the same, because somebody else was faster or wrote it in other letters */
async function create({
	request,
	sendForRecord,
}: Call): Promise<{ tag: IDataObject; created: boolean }> {
	return await sendForRecord(request).then(
		(tag) => ({ tag, created: true }),
		async (error: unknown) => {
			const { existsId } = errorDetails(error);
			if (existsId === undefined) throw error;
			return { tag: await sendForRecord(tagOf(existsId)), created: false };
		},
	);
}

/**
 * Finds the tag with the text and object type, or creates it; changes its color when another is given.
 * @param call the item's call
 * @returns the tag with `created` beside its fields
 * @throws PylonApiError when Pylon gives no good answer
 */
export const createOrUpdate: Handler = async (call) => {
	const { context, request, sendForRecord } = call;
	const body = bodyOf(request);
	const key = keyOf(body);
	const { tag, created } = await withLock(context, [`tag ${key}`], async () => {
		const tags = await tagsOf(call);
		const existing = tags.find(body);
		const found = existing === undefined ? await create(call) : { tag: existing, created: false };
		const { hex_color: color } = body;
		if (!found.created && color !== undefined && color !== found.tag.hex_color) {
			found.tag = await sendForRecord({
				method: 'PATCH',
				...tagOf(found.tag.id),
				body: { hex_color: color },
			});
		}
		tags.note(found.tag);
		return found;
	});
	return [{ json: { ...tag, created } }];
};
