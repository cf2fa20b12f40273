import type { Handlers, RequestContext } from '../context';
import { defined } from '../defined';
import { badField, notFound } from '../errors';
import { presentTag } from '../present';
import type {
	ArticleRecord,
	ArticleText,
	KnowledgeBaseRecord,
	VisibilityConfig,
} from '../records/content';
import type { State } from '../state';
import { needCollection } from './collections';
import { checkLanguage, freeSlug, pathKnowledgeBase } from './knowledgeBases';
import { listPage, needRecord, needText } from './shared';
import { DEFAULT_VISIBILITY, visibilityAfter } from './visibility';

interface Written {
	title?: string;
	body_html?: string;
	is_published?: boolean;
	is_unlisted?: boolean;
	visibility_config?: Partial<VisibilityConfig>;
}

interface CreateBody extends Written {
	title: string;
	body_html: string;
	author_user_id: string;
	collection_id?: string;
	slug?: string;
	translations?: Array<{ language: string; title: string; body_html: string }>;
}

interface UpdateBody extends Written {
	language?: string;
	publish_updated_body_html?: boolean;
	tag_ids?: string[];
}

function pathArticle(context: RequestContext): {
	knowledgeBase: KnowledgeBaseRecord;
	article: ArticleRecord;
} {
	const knowledgeBase = pathKnowledgeBase(context);
	const article = context.state.articles.get(context.params.article_id);
	if (article?.knowledge_base_id !== knowledgeBase.id) throw notFound('Article');
	return { knowledgeBase, article };
}

const withoutMedia = (html: string | null) =>
	html?.replace(/<(img|video|iframe)\b[^>]*>(.*?<\/\1>)?/gis, '') ?? null;

/** An article in one language; in the default one where there is no translation (undocumented). */
function present(
	state: State,
	article: ArticleRecord,
	{ language, media }: { language?: string; media?: string } = {},
) {
	const { knowledge_base_id, tag_ids, texts, review_requested_at, ...rest } = article;
	const { default_language } = state.knowledgeBases.get(knowledge_base_id) as KnowledgeBaseRecord;
	const text = texts[language ?? default_language] ?? texts[default_language];
	const shown = media === 'none' ? withoutMedia : (html: string | null) => html;
	return {
		...rest,
		title: text.title,
		current_draft_content_html: shown(text.draft_html),
		current_published_content_html: shown(text.published_html),
		tags: tag_ids.flatMap((id) => state.tags.get(id) ?? []).map(presentTag),
		url: `https://help.northwind.example/${language ?? default_language}/articles/${article.identifier}-${article.slug}`,
		approval_info:
			review_requested_at === null
				? null
				: {
						requested_at: review_requested_at,
						reviewed_at: null,
						reviewed_by_user_id: null,
						status: 'needs_review',
					},
	};
}

const textOf = (title: string, html: string, isPublished: boolean): ArticleText => ({
	title: needText('title', title),
	draft_html: needText('body_html', html),
	published_html: isPublished ? html : null,
});

function textsOf(
	knowledgeBase: KnowledgeBaseRecord,
	body: CreateBody,
): Record<string, ArticleText> {
	const isPublished = body.is_published === true;
	const texts = {
		[knowledgeBase.default_language]: textOf(body.title, body.body_html, isPublished),
	};
	for (const { language, title, body_html } of body.translations ?? []) {
		checkLanguage(knowledgeBase, language, 'translations');
		if (texts[language]) throw badField('translations', `"${language}" is there already`);
		texts[language] = textOf(title, body_html, isPublished);
	}
	return texts;
}

/**
 * The article's texts after an update of title or body in one language.
 *
 * @throws ApiError 400 for a translation that is not there
 */
function changedTexts(
	knowledgeBase: KnowledgeBaseRecord,
	article: ArticleRecord,
	body: UpdateBody,
): ArticleRecord['texts'] {
	const { title, body_html, language = knowledgeBase.default_language } = body;
	checkLanguage(knowledgeBase, language);
	const current = article.texts[language];
	if (!current) throw badField('language', `the article has no translation "${language}"`);
	if (title !== undefined) needText('title', title);
	if (body_html !== undefined) needText('body_html', body_html);
	// What publishing without a new body would publish is not documented; stricter reading.
	if (body.publish_updated_body_html && body_html === undefined)
		throw badField('publish_updated_body_html', 'needs body_html');
	const text = { ...current, ...defined({ title, draft_html: body_html }) };
	if (body.publish_updated_body_html) text.published_html = text.draft_html;
	const texts = { ...article.texts, [language]: text };
	if (body.is_published !== true || article.is_published) return texts;
	// An article that becomes public shows its drafts, in all languages.
	return Object.fromEntries(
		Object.entries(texts).map(([key, one]) => [key, { ...one, published_html: one.draft_html }]),
	);
}

function addArticle(context: RequestContext<CreateBody>): ArticleRecord {
	const { state, timestamp } = context;
	const knowledgeBase = pathKnowledgeBase(context);
	const body = context.body;
	needRecord(state.users, 'author_user_id', body.author_user_id, 'user');
	if (body.collection_id !== undefined)
		needCollection(state, 'collection_id', knowledgeBase.id, body.collection_id);
	const texts = textsOf(knowledgeBase, body);
	const isPublished = body.is_published === true;
	const article: ArticleRecord = {
		id: '',
		knowledge_base_id: knowledgeBase.id,
		author_user_id: body.author_user_id,
		collection_id: body.collection_id ?? null,
		identifier: String(1000 + state.articles.size),
		slug: freeSlug(state.articles, knowledgeBase.id, body),
		is_published: isPublished,
		is_unlisted: body.is_unlisted ?? false,
		tag_ids: [],
		texts,
		visibility_config: visibilityAfter(DEFAULT_VISIBILITY, body.visibility_config),
		review_requested_at: null,
		last_edited_at: timestamp,
		last_published_at: isPublished ? timestamp : null,
		created_at: timestamp,
	};
	const stored = { ...article, id: state.newId('article') };
	state.articles.set(stored.id, stored);
	return stored;
}

function changeArticle(context: RequestContext<UpdateBody>): ArticleRecord {
	const { state, timestamp } = context;
	const { knowledgeBase, article: current } = pathArticle(context);
	const body = context.body;
	for (const id of body.tag_ids ?? []) {
		if (state.tags.get(id)?.object_type !== 'article')
			throw badField('tag_ids', `no article tag has the id "${id}"`);
	}
	const texts = changedTexts(knowledgeBase, current, body);
	const isPublished = body.is_published ?? current.is_published;
	const article: ArticleRecord = {
		...current,
		...defined({
			is_published: body.is_published,
			is_unlisted: body.is_unlisted,
			tag_ids: body.tag_ids,
		}),
		texts,
		visibility_config: visibilityAfter(current.visibility_config, body.visibility_config),
		last_edited_at: timestamp,
		last_published_at:
			isPublished && (body.publish_updated_body_html || !current.is_published)
				? timestamp
				: current.last_published_at,
	};
	state.articles.set(article.id, article);
	return article;
}

export const articles = {
	getArticles: (context) => {
		const { state } = context;
		const knowledgeBase = pathKnowledgeBase(context);
		const { language, media } = context.query as { language?: string; media?: string };
		checkLanguage(knowledgeBase, language);
		return listPage(
			context,
			state.articles,
			(article) => present(state, article, { language, media }),
			(article) => article.knowledge_base_id === knowledgeBase.id,
		);
	},
	getArticle: (context) => {
		const { knowledgeBase, article } = pathArticle(context);
		const { language } = context.query as { language?: string };
		checkLanguage(knowledgeBase, language);
		return { data: present(context.state, article, { language }) };
	},
	createArticle: (context) => ({ data: present(context.state, addArticle(context)) }),
	updateArticle: (context) => {
		const { language } = context.body;
		return { data: present(context.state, changeArticle(context), { language }) };
	},
	deleteArticle: (context) => {
		context.state.articles.delete(pathArticle(context).article.id);
		return {};
	},
	/** "At least one of reviewer_user_ids / request_ai_review; needs a draft that is not yet published" (openapi.yaml). */
	requestArticleReview: (context) => {
		const { state, timestamp } = context;
		const { knowledgeBase, article } = pathArticle(context);
		const { reviewer_user_ids: reviewers = [], request_ai_review: byAi = false } = context.body;
		if (reviewers.length === 0 && !byAi)
			throw badField('reviewer_user_ids', 'or request_ai_review is needed');
		for (const id of reviewers) {
			if (!knowledgeBase.reviewer_user_ids.includes(id))
				throw badField('reviewer_user_ids', `"${id}" is not a reviewer`);
		}
		if (
			Object.values(article.texts).every(
				(text) => article.is_published && text.draft_html === text.published_html,
			)
		) {
			throw badField('article_id', 'has no draft that is not published yet');
		}
		state.articles.set(article.id, { ...article, review_requested_at: timestamp });
		return {
			data: {
				approval_status: 'needs_review',
				article_id: article.id,
				article_version_id: state.newId('other'),
			},
		};
	},
} satisfies Handlers;
