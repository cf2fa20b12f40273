import type { Handlers, RequestContext } from '../context';
import { defined } from '../defined';
import { notFound } from '../errors';
import { wholeList } from '../pagination';
import { presentUser } from '../present';
import type { UserRecord } from '../records';
import { needRecord, needText, searchPage } from './shared';

function pathUser({ state, params }: RequestContext): UserRecord {
	const user = state.users.get(params.id);
	if (!user) throw notFound('User');
	return user;
}

const searched = {
	objectType: 'user',
	valuesOf: (user: UserRecord) => (user.email ? [user.email] : []),
	textsOf: (user: UserRecord) => [user.name, user.email],
};

export const users = {
	getUsers: ({ state, query }) => {
		const found = state.users
			.newestFirst()
			.filter((user) => query.include_deactivated === true || !user.is_deactivated);
		return wholeList(found.map((user) => presentUser(state, user)));
	},
	searchUsers: (context) =>
		searchPage(context, context.state.users, searched, (user) => presentUser(context.state, user)),
	getUserRoles: ({ state }) => wholeList([...state.roles.newestFirst()]),
	getUser: (context) => ({ data: presentUser(context.state, pathUser(context)) }),
	updateUser: (context) => {
		const { state } = context;
		const body = context.body;
		const current = pathUser(context);
		if (body.name !== undefined) needText('name', body.name);
		if (body.role_id !== undefined) needRecord(state.roles, 'role_id', body.role_id, 'role');
		const user = { ...current, ...defined(body) };
		state.users.set(user.id, user);
		return { data: presentUser(state, user) };
	},
} satisfies Handlers;
