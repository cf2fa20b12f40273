import { checkCondition } from '../storedCondition';
import type { BodyOf, Handlers, RequestContext } from '../context';
import { defined } from '../defined';
import { badField, notFound } from '../errors';
import { wholeList } from '../pagination';
import type { FilterNode } from '../records/filter';
import type { MacroRecord, MacroVisibility } from '../records/content';
import { needRecord, needText } from './shared';

interface MacroBody {
	macro_group_id?: string;
	name?: string;
	text_html?: string;
	text_type?: MacroRecord['text_type'];
	visibility?: MacroVisibility;
	conditions?: FilterNode;
}

function pathMacro({ state, params }: RequestContext): MacroRecord {
	const macro = state.macros.get(params.id);
	if (!macro) throw notFound('Macro');
	return macro;
}

function present(macro: MacroRecord) {
	const { id, macro_group_id, name, text_html, text_type, visibility, created_at, updated_at } =
		macro;
	return {
		id,
		macro_group_id,
		name,
		text_html,
		text_type,
		visibility,
		created_at,
		updated_at,
		actions: [],
		has_actions: false,
	};
}

/**
 * Checks whom a macro is offered.
 *
 * @throws ApiError 400 for a type without the ids that it needs, and for ids of nobody
 */
function checkVisibility(
	{ state }: RequestContext,
	{ type, team_ids = [], user_ids = [] }: MacroVisibility,
): void {
	if ((type === 'team' || type === 'users_and_teams') && team_ids.length === 0)
		throw badField('visibility.team_ids', `is needed for ${type}`);
	if ((type === 'user' || type === 'users_and_teams') && user_ids.length === 0)
		throw badField('visibility.user_ids', `is needed for ${type}`);
	for (const id of team_ids) needRecord(state.teams, 'visibility.team_ids', id, 'team');
	for (const id of user_ids) needRecord(state.users, 'visibility.user_ids', id, 'user');
}

function changesOf(context: RequestContext<BodyOf<'createMacro' | 'updateMacro'>>): MacroBody {
	const { macro_group_id, name, text_html, text_type, visibility, conditions } = context.body;
	if (macro_group_id !== undefined)
		needRecord(context.state.macroGroups, 'macro_group_id', macro_group_id, 'macro group');
	if (name !== undefined) needText('name', name);
	if (text_html !== undefined) needText('text_html', text_html);
	if (visibility) checkVisibility(context, visibility);
	if (conditions) checkCondition('conditions', conditions);
	return defined({ macro_group_id, name, text_html, text_type, visibility, conditions });
}

export const macros = {
	getMacroGroups: ({ state }) => wholeList([...state.macroGroups.newestFirst()]),
	getMacros: ({ state, query }) => {
		const { macro_group_id: groupId } = query as { macro_group_id?: string };
		// Whether an unknown group is refused is not documented; here it has no macros.
		const found = state.macros
			.newestFirst()
			.filter((macro) => groupId === undefined || macro.macro_group_id === groupId);
		return wholeList(found.map(present));
	},
	getMacro: (context) => ({ data: present(pathMacro(context)) }),
	createMacro: (context) => {
		const { state, timestamp } = context;
		const macro: MacroRecord = {
			text_type: 'reply',
			visibility: { type: 'org' },
			conditions: null,
			...(changesOf(context) as Pick<MacroRecord, 'macro_group_id' | 'name' | 'text_html'>),
			id: state.newId('macro'),
			created_at: timestamp,
			updated_at: timestamp,
		};
		state.macros.set(macro.id, macro);
		return { data: present(macro) };
	},
	updateMacro: (context) => {
		const macro = { ...pathMacro(context), ...changesOf(context), updated_at: context.timestamp };
		context.state.macros.set(macro.id, macro);
		return { data: present(macro) };
	},
	deleteMacro: (context) => {
		context.state.macros.delete(pathMacro(context).id);
		return {};
	},
} satisfies Handlers;
