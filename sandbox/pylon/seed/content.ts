import { blankCustomField } from '../blankRecords';
import { fieldsOfType } from '../stores/content';
import type { CustomFieldRecord } from '../records';
import type { ArticleRecord, ArticleText } from '../records/content';
import type { State } from '../state';
import type { At } from './at';
import { seedIds } from './ids';

const VISIBLE = {
	visibility: 'public',
	ai_agent_access: 'inherit',
	allowed_agent_ids: [],
} as const;

const text = (title: string, draft: string, published: string | null = null): ArticleText => ({
	title,
	draft_html: `<p>${draft}</p>`,
	published_html: published === null ? null : `<p>${published}</p>`,
});

function seedKnowledgeBase(state: State, at: At): void {
	const { nora, omar } = seedIds.users;
	const knowledgeBaseId = state.newId('knowledgeBase');
	state.knowledgeBases.set(knowledgeBaseId, {
		id: knowledgeBaseId,
		title: 'Help centre',
		slug: 'help',
		default_language: 'en',
		supported_languages: ['en', 'de', 'fr'],
		reviewer_user_ids: [nora, omar],
	});
	const { billing, invoices } = seedIds.collections;
	for (const [title, slug, parent] of [
		['Billing', 'billing', null],
		['Invoices', 'invoices', billing],
	] as const) {
		const id = state.newId('collection');
		state.collections.set(id, {
			id,
			knowledge_base_id: knowledgeBaseId,
			title,
			slug,
			description: `All about ${title.toLowerCase()}`,
			parent_collection_id: parent,
			visibility_config: VISIBLE,
			created_at: at(200),
		});
	}
	const article = (
		slug: string,
		collection: string | null,
		texts: ArticleRecord['texts'],
		isPublished: boolean,
		days: number,
	) => {
		const id = state.newId('article');
		state.articles.set(id, {
			id,
			knowledge_base_id: knowledgeBaseId,
			author_user_id: nora,
			collection_id: collection,
			identifier: String(1000 + state.articles.size),
			slug,
			is_published: isPublished,
			is_unlisted: false,
			tag_ids: [],
			texts,
			visibility_config: VISIBLE,
			review_requested_at: null,
			last_edited_at: at(days),
			last_published_at: isPublished ? at(days) : null,
			created_at: at(days),
		});
	};
	const exporting = {
		en: text(
			'How to export your data',
			'Open Settings, choose Export, then CSV.',
			'Open Settings and choose Export.<img src="https://help.northwind.example/export.png">',
		),
		de: text(
			'So exportieren Sie Ihre Daten',
			'Einstellungen, dann Export.',
			'Einstellungen, dann Export.',
		),
	};
	article('export-your-data', null, exporting, true, 90);
	article('refunds', invoices, { en: text('Refunds', 'How refunds work.') }, false, 30);
	article(
		'plans',
		billing,
		{ en: text('Plans', 'Free, Team, Enterprise.', 'Free, Team, Enterprise.') },
		true,
		60,
	);
}

function seedMacros(state: State, at: At): void {
	for (const [title, days] of [
		['General', 300],
		['Billing', 250],
	] as const) {
		const id = state.newId('macroGroup');
		state.macroGroups.set(id, { id, title, created_at: at(days), updated_at: at(days) });
	}
	const { general, billing } = seedIds.macroGroups;
	for (const [name, group, html] of [
		['Greeting', general, '<p>Thank you for writing to us.</p>'],
		['Refund', billing, '<p>We have refunded the invoice.</p>'],
	]) {
		const id = state.newId('macro');
		state.macros.set(id, {
			id,
			macro_group_id: group,
			name,
			text_html: html,
			text_type: 'reply',
			visibility: { type: 'org' },
			conditions: null,
			created_at: at(200),
			updated_at: at(200),
		});
	}
}

const SUBSCRIPTION_FIELDS: Array<[slug: string, label: string, type: string, options?: string[]]> =
	[
		['account', 'Account', 'text'],
		['plan', 'Plan', 'select', ['monthly', 'yearly']],
		['seats', 'Seats', 'number'],
		['modules', 'Modules', 'multiselect', ['desk', 'portal']],
	];

function seedCustomObjects(state: State, at: At): void {
	state.customObjectTypes.add('subscription');
	for (const [slug, label, type, options] of SUBSCRIPTION_FIELDS) {
		const field: CustomFieldRecord = {
			...blankCustomField(at(400)),
			id: state.newId('customField'),
			object_type: fieldsOfType('subscription'),
			slug,
			label,
			type,
			options: options ? options.map((option) => ({ slug: option, label: option })) : null,
		};
		state.customFields.set(field.id, field);
	}
	for (const [name, account, plan] of [
		['Globex, yearly', seedIds.accounts.globex, 'yearly'],
		['Initech, monthly', seedIds.accounts.initech, 'monthly'],
	]) {
		const id = state.newId('customObject');
		state.customObjects.set(id, {
			id,
			type: 'subscription',
			name,
			custom_fields: { account: { value: account }, plan: { value: plan } },
			created_at: at(120),
			updated_at: at(120),
		});
	}
}

function seedTrainingData(state: State, at: At): void {
	const id = state.newId('trainingData');
	state.trainingData.set(id, {
		id,
		name: 'Product manuals',
		visibility: 'everyone',
		documents: ['manual-1', 'manual-2'].map((external_id) => ({
			id: state.newId('document'),
			file_name: `${external_id}.md`,
			file_type: 'text/markdown',
			file_size: 1200,
			external_id,
		})),
		created_at: at(80),
		updated_at: at(80),
	});
}

/**
 * Stores a knowledge base, macros, custom objects and training data.
 *
 * @param state has the seeded people and accounts already
 * @param at gives the times
 */
export function seedContent(state: State, at: At): void {
	seedKnowledgeBase(state, at);
	seedMacros(state, at);
	seedCustomObjects(state, at);
	seedTrainingData(state, at);
}
