import type { Handlers } from '../context';

export const me = {
	/** The organization and the token's user, which has no email (docs/pylon-api-notes.md#tokens). */
	getMe: ({ state }) => ({ data: { ...state.organization, user: { id: state.tokenUserId } } }),
} satisfies Handlers;
