import type { Handlers, RequestContext } from '../context';
import { defined } from '../defined';
import { duplicate, notFound } from '../errors';
import { wholeList } from '../pagination';
import { presentTag } from '../present';
import type { TagRecord } from '../records';
import type { State } from '../state';
import { needText } from './shared';

function pathTag({ state, params }: RequestContext): TagRecord {
	const tag = state.tags.get(params.id);
	if (!tag) throw notFound('Tag');
	return tag;
}

/**
 * Each tag's text exists once per object type.
 *
 * @throws ApiError 400 with `exists_id` for the text of another tag
 */
function checkUnique(state: State, objectType: string, value: string, ownId?: string): void {
	const other = state.tags.find('value', `${objectType}:${value}`);
	if (other && other.id !== ownId) throw duplicate('value', value, other.id);
}

/** Renames (or, with null, removes) a tag on the records that carry it. How Pylon does this is not documented. */
function replaceOnRecords(
	state: State,
	{ id, object_type, value }: TagRecord,
	replacement: string | null,
): void {
	const replace = (tags: readonly string[]) =>
		tags.flatMap((tag) => (tag !== value ? [tag] : replacement === null ? [] : [replacement]));
	if (object_type === 'account') {
		for (const account of state.accounts.values()) {
			if (account.tags.includes(value))
				state.accounts.set(account.id, { ...account, tags: replace(account.tags) });
		}
	}
	if (object_type === 'article' && replacement === null) {
		for (const article of state.articles.values()) {
			if (!article.tag_ids.includes(id)) continue;
			state.articles.set(article.id, {
				...article,
				tag_ids: article.tag_ids.filter((other) => other !== id),
			});
		}
	}
	if (object_type === 'issue') {
		for (const issue of state.issues.values()) {
			if (issue.tags.includes(value))
				state.issues.set(issue.id, { ...issue, tags: replace(issue.tags) });
		}
	}
}

export const tags = {
	getTags: ({ state }) => wholeList(state.tags.newestFirst().map(presentTag)),
	getTag: (context) => ({ data: presentTag(pathTag(context)) }),
	createTag: ({ state, body }) => {
		const { object_type, value, hex_color = null } = body;
		needText('value', value);
		checkUnique(state, object_type, value);
		const tag = { id: state.newId('tag'), object_type, value, hex_color };
		state.tags.set(tag.id, tag);
		return { data: presentTag(tag) };
	},
	updateTag: (context) => {
		const { state } = context;
		const current = pathTag(context);
		const { value, hex_color } = context.body;
		if (value !== undefined) {
			needText('value', value);
			checkUnique(state, current.object_type, value, current.id);
			replaceOnRecords(state, current, value);
		}
		const tag = { ...current, ...defined({ value, hex_color }) };
		state.tags.set(tag.id, tag);
		return { data: presentTag(tag) };
	},
	deleteTag: (context) => {
		const { state } = context;
		const tag = pathTag(context);
		replaceOnRecords(state, tag, null);
		state.tags.delete(tag.id);
		return {};
	},
} satisfies Handlers;
