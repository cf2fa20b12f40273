import type { Handlers, RequestContext } from '../context';
import { badField, duplicate, notFound } from '../errors';
import { wholeList } from '../pagination';
import type { KnowledgeBaseRecord, RouteRedirectRecord } from '../records/content';
import type { RecordStore, StoredRecord } from '../stores/recordStore';

/**
 * @returns the knowledge base that the path names, as stored
 * @throws ApiError 404 when there is none
 */
export function pathKnowledgeBase({ state, params }: RequestContext): KnowledgeBaseRecord {
	const knowledgeBase = state.knowledgeBases.get(params.id);
	if (!knowledgeBase) throw notFound('Knowledge base');
	return knowledgeBase;
}

/**
 * Checks that a knowledge base has a language. What Pylon does with another one is not documented; stricter reading.
 *
 * @param knowledgeBase that is read or written
 * @param language code, e.g. `de`; undefined, for the default language, passes
 * @param field of the request that has the language
 * @throws ApiError 400 for a language that the knowledge base does not have
 */
export function checkLanguage(
	knowledgeBase: KnowledgeBaseRecord,
	language: string | undefined,
	field = 'language',
): void {
	if (language === undefined || knowledgeBase.supported_languages.includes(language)) return;
	throw badField(field, `the knowledge base does not have "${language}"`);
}

/**
 * The slug of an article or collection: the one that the request gives, or one made from the title. Each exists once
 * per knowledge base.
 *
 * @param store of the articles or of the collections
 * @param knowledgeBaseId to which the record belongs
 * @param written `title` counts only without a `slug`
 * @param ownId of the record that gets the slug; undefined for a new one
 * @returns the slug, e.g. `export-your-data`
 * @throws ApiError 400 for text that is no slug, and with `exists_id` for the slug of another record
 */
export function freeSlug<T extends StoredRecord>(
	store: RecordStore<T>,
	knowledgeBaseId: string,
	{ slug, title }: { slug?: string; title: string },
	ownId?: string,
): string {
	const resulting =
		slug ??
		title
			.trim()
			.toLowerCase()
			.replace(/[^\p{L}\p{N}]+/gu, '-')
			.replace(/^-|-$/g, '');
	if (!/^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u.test(resulting))
		throw badField('slug', `"${resulting}" is not a slug`);
	const other = store.find('slug', `${knowledgeBaseId}:${resulting}`);
	if (other && other.id !== ownId) throw duplicate('slug', resulting, other.id);
	return resulting;
}

function present({ id, title, slug, default_language, supported_languages }: KnowledgeBaseRecord) {
	return { id, title, slug, default_language, supported_languages };
}

export const knowledgeBases = {
	getKnowledgeBases: ({ state }) => wholeList(state.knowledgeBases.newestFirst().map(present)),
	getKnowledgeBase: (context) => ({ data: present(pathKnowledgeBase(context)) }),
	createRouteRedirect: (context) => {
		const { state, timestamp } = context;
		const knowledgeBase = pathKnowledgeBase(context);
		const body = context.body;
		const { from_path, object_id, object_type } = body;
		checkLanguage(knowledgeBase, body.language);
		if (!/^\/\S*$/.test(from_path))
			throw badField('from_path', 'is not a path like /articles/old-name');
		const target = (object_type === 'article' ? state.articles : state.collections).get(object_id);
		if (target?.knowledge_base_id !== knowledgeBase.id)
			throw badField('object_id', `${object_type} "${object_id}" not found`);
		const language = body.language ?? null;
		const other = state.routeRedirects.find(
			'from',
			`${knowledgeBase.id}:${language ?? ''}:${from_path}`,
		);
		if (other) throw duplicate('from_path', from_path, other.id);
		const redirect: RouteRedirectRecord = {
			id: state.newId('other'),
			knowledge_base_id: knowledgeBase.id,
			from_path,
			language,
			object_id,
			object_type,
			created_at: timestamp,
		};
		state.routeRedirects.set(redirect.id, redirect);
		return {
			data: { id: redirect.id, from_path, language, object_id, object_type, created_at: timestamp },
		};
	},
} satisfies Handlers;
