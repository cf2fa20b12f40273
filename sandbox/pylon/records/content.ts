import type { CustomFieldMap } from '.';
import type { StoredRecord } from '../stores/recordStore';
import type { FilterNode } from './filter';

/** Shapes of what a workspace prepares for answers: knowledge base, macros, custom objects, training data. */

export interface KnowledgeBaseRecord extends StoredRecord {
	title: string;
	slug: string;
	default_language: string;
	supported_languages: readonly string[];
	/** Users that may be asked to review an article; not shown by the API. */
	reviewer_user_ids: readonly string[];
}

export interface VisibilityConfig {
	visibility: 'public' | 'customer' | 'internal_only';
	ai_agent_access: 'inherit' | 'none' | 'specific_agents';
	allowed_agent_ids: readonly string[];
	/** Articles only. */
	customer_visibility_condition?: FilterNode;
}

/** An article in one language. */
export interface ArticleText {
	title: string;
	draft_html: string;
	/** What readers see; null before the first publication. */
	published_html: string | null;
}

export interface ArticleRecord extends StoredRecord {
	knowledge_base_id: string;
	author_user_id: string;
	collection_id: string | null;
	identifier: string;
	slug: string;
	is_published: boolean;
	is_unlisted: boolean;
	tag_ids: readonly string[];
	/** By language; the knowledge base's default one is always there. */
	texts: Readonly<Record<string, ArticleText>>;
	visibility_config: VisibilityConfig;
	review_requested_at: string | null;
	last_edited_at: string;
	last_published_at: string | null;
	created_at: string;
}

export interface CollectionRecord extends StoredRecord {
	knowledge_base_id: string;
	title: string;
	slug: string;
	description: string | null;
	parent_collection_id: string | null;
	visibility_config: VisibilityConfig;
	created_at: string;
}

export interface RouteRedirectRecord extends StoredRecord {
	knowledge_base_id: string;
	from_path: string;
	language: string | null;
	object_id: string;
	object_type: 'article' | 'collection';
	created_at: string;
}

export interface MacroGroupRecord extends StoredRecord {
	title: string;
	created_at: string;
	updated_at: string;
}

export interface MacroVisibility {
	type: 'org' | 'user' | 'team' | 'users_and_teams';
	team_ids?: readonly string[];
	user_ids?: readonly string[];
}

export interface MacroRecord extends StoredRecord {
	macro_group_id: string;
	name: string;
	text_html: string;
	text_type: 'reply' | 'note' | 'email';
	visibility: MacroVisibility;
	/** Stored, but in no reply (openapi.yaml, `Macro`). */
	conditions: FilterNode | null;
	created_at: string;
	updated_at: string;
}

export interface CustomObjectRecord extends StoredRecord {
	type: string;
	name: string;
	custom_fields: CustomFieldMap;
	created_at: string;
	updated_at: string;
}

export interface TrainingDocument {
	id: string;
	file_name: string;
	file_type: string;
	file_size: number;
	external_id: string | null;
}

export interface TrainingDataRecord extends StoredRecord {
	name: string;
	visibility: 'everyone' | 'user_only' | 'ai_agent_only';
	documents: readonly TrainingDocument[];
	created_at: string;
	updated_at: string;
}
