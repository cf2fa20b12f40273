import type { BodyOf, Handlers, RequestContext } from '../context';
import { defined } from '../defined';
import { notFound } from '../errors';
import { wholeList } from '../pagination';
import { presentTeam } from '../present';
import type { TeamRecord } from '../records';
import { needRecord, needText } from './shared';

type TeamBody = BodyOf<'createTeam' | 'updateTeam'>;

function pathTeam({ state, params }: RequestContext): TeamRecord {
	const team = state.teams.get(params.id);
	if (!team) throw notFound('Team');
	return team;
}

function checked({ state, body }: RequestContext<TeamBody>): TeamBody {
	const { name, user_ids } = body;
	if (name !== undefined) needText('name', name);
	for (const id of user_ids ?? []) needRecord(state.users, 'user_ids', id, 'user');
	return defined({ name, user_ids });
}

export const teams = {
	getTeams: ({ state }) =>
		wholeList(state.teams.newestFirst().map((team) => presentTeam(state, team))),
	getTeam: (context) => ({ data: presentTeam(context.state, pathTeam(context)) }),
	createTeam: (context) => {
		const { state } = context;
		const { name, user_ids = [] } = checked(context);
		// "Spec marks nothing required; a catalogue marks name required" (openapi.yaml); stricter reading.
		const team = { id: state.newId('team'), name: needText('name', name ?? ''), user_ids };
		state.teams.set(team.id, team);
		return { data: presentTeam(state, team) };
	},
	updateTeam: (context) => {
		const { state } = context;
		const team = { ...pathTeam(context), ...checked(context) };
		state.teams.set(team.id, team);
		return { data: presentTeam(state, team) };
	},
} satisfies Handlers;
