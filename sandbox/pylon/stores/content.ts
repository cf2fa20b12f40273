import type {
	ArticleRecord,
	CollectionRecord,
	CustomObjectRecord,
	KnowledgeBaseRecord,
	MacroGroupRecord,
	MacroRecord,
	RouteRedirectRecord,
	TrainingDataRecord,
} from '../records/content';
import { RecordStore } from './recordStore';

/** The part of the state that a workspace prepares for answers. */
export interface ContentStores {
	knowledgeBases: RecordStore<KnowledgeBaseRecord>;
	articles: RecordStore<ArticleRecord>;
	collections: RecordStore<CollectionRecord>;
	routeRedirects: RecordStore<RouteRedirectRecord>;
	macroGroups: RecordStore<MacroGroupRecord>;
	macros: RecordStore<MacroRecord>;
	/** Slugs of the types that the workspace has defined. Their fields are in `customFields`, see `fieldsOfType`. */
	customObjectTypes: Set<string>;
	customObjects: RecordStore<CustomObjectRecord>;
	trainingData: RecordStore<TrainingDataRecord>;
}

/**
 * The definitions of a custom object type's fields are in the store of custom fields too, under an object type of their
 * own.
 *
 * @param type slug of the custom object type, e.g. `subscription`
 * @returns the object type, e.g. `custom_object:subscription`; a name that only the simulated Pylon uses
 */
export const fieldsOfType = (type: string) => `custom_object:${type}`;

/** @returns new stores with no records in them */
export function emptyContentStores(): ContentStores {
	return {
		knowledgeBases: new RecordStore<KnowledgeBaseRecord>(),
		articles: new RecordStore<ArticleRecord>({
			slug: (article) => [`${article.knowledge_base_id}:${article.slug}`],
		}),
		collections: new RecordStore<CollectionRecord>({
			slug: (collection) => [`${collection.knowledge_base_id}:${collection.slug}`],
		}),
		routeRedirects: new RecordStore<RouteRedirectRecord>({
			from: ({ knowledge_base_id, from_path, language }) => [
				`${knowledge_base_id}:${language ?? ''}:${from_path}`,
			],
		}),
		macroGroups: new RecordStore<MacroGroupRecord>(),
		macros: new RecordStore<MacroRecord>(),
		customObjectTypes: new Set<string>(),
		customObjects: new RecordStore<CustomObjectRecord>(),
		trainingData: new RecordStore<TrainingDataRecord>({ name: ({ name }) => [name] }),
	};
}
