import type { Handlers, RequestContext } from '../context';
import { defined } from '../defined';
import { badField, notFound } from '../errors';
import { wholeList } from '../pagination';
import type { CollectionRecord } from '../records/content';
import type { State } from '../state';
import { freeSlug, pathKnowledgeBase } from './knowledgeBases';
import { needText } from './shared';
import { DEFAULT_VISIBILITY, visibilityAfter } from './visibility';

function pathCollection(context: RequestContext): CollectionRecord {
	const knowledgeBase = pathKnowledgeBase(context);
	const collection = context.state.collections.get(context.params.collection_id);
	if (collection?.knowledge_base_id !== knowledgeBase.id) throw notFound('Collection');
	return collection;
}

/**
 * Checks that an id names a collection of a knowledge base.
 *
 * @param state holds the collections
 * @param field of the request that has the id, e.g. `parent_collection_id`
 * @param knowledgeBaseId to which the collection has to belong
 * @param id of the collection
 * @throws ApiError 400 when it is not the id of one, or belongs to another knowledge base
 */
export function needCollection(
	state: State,
	field: string,
	knowledgeBaseId: string,
	id: string,
): void {
	const collection = state.collections.get(id);
	if (collection?.knowledge_base_id !== knowledgeBaseId)
		throw badField(field, `collection "${id}" not found`);
}

function present(collection: CollectionRecord) {
	const { id, title, slug, description, parent_collection_id, visibility_config, created_at } =
		collection;
	return {
		id,
		title,
		slug,
		description,
		parent_collection_id,
		visibility_config,
		created_at,
		icon: null,
	};
}

/** "Delete a collection with everything nested in it" (openapi.yaml). */
function removeNested(state: State, id: string): void {
	for (const article of [...state.articles.values()]) {
		if (article.collection_id === id) state.articles.delete(article.id);
	}
	for (const child of [...state.collections.values()]) {
		if (child.parent_collection_id === id) removeNested(state, child.id);
	}
	state.collections.delete(id);
}

export const collections = {
	getCollections: (context) => {
		const { id } = pathKnowledgeBase(context);
		const found = context.state.collections
			.newestFirst()
			.filter((one) => one.knowledge_base_id === id);
		return wholeList(found.map(present));
	},
	getCollection: (context) => ({ data: present(pathCollection(context)) }),
	createCollection: (context) => {
		const { state, timestamp } = context;
		const knowledgeBase = pathKnowledgeBase(context);
		const body = context.body;
		const { parent_collection_id: parent } = body;
		needText('title', body.title);
		if (parent !== undefined)
			needCollection(state, 'parent_collection_id', knowledgeBase.id, parent);
		const collection: CollectionRecord = {
			knowledge_base_id: knowledgeBase.id,
			title: body.title,
			slug: freeSlug(state.collections, knowledgeBase.id, body),
			description: body.description || null,
			parent_collection_id: parent ?? null,
			visibility_config: visibilityAfter(DEFAULT_VISIBILITY, body.visibility_config),
			id: state.newId('collection'),
			created_at: timestamp,
		};
		state.collections.set(collection.id, collection);
		return { data: present(collection) };
	},
	updateCollection: (context) => {
		const { state } = context;
		const current = pathCollection(context);
		const { title, slug, description, visibility_config } = context.body;
		if (title !== undefined) needText('title', title);
		const collection: CollectionRecord = {
			...current,
			...defined({
				title,
				slug:
					slug === undefined
						? undefined
						: freeSlug(
								state.collections,
								current.knowledge_base_id,
								{ slug, title: '' },
								current.id,
							),
				// Whether an empty text clears the description is not documented; here it does.
				description: description === undefined ? undefined : description || null,
			}),
			visibility_config: visibilityAfter(current.visibility_config, visibility_config),
		};
		state.collections.set(collection.id, collection);
		return { data: present(collection) };
	},
	deleteCollection: (context) => {
		removeNested(context.state, pathCollection(context).id);
		return {};
	},
} satisfies Handlers;
