import type { INodeParameters } from 'n8n-workflow';

import type { SimulatedPylon } from '../../../../../sandbox/pylon';

/** What the editor stores for an issue that is named by its number. */
export const byNumber = (value: string | number): INodeParameters => ({
	__rl: true,
	mode: 'number',
	value,
});

/** The messages of an issue, the oldest first. */
export const messagesOf = ({ state }: SimulatedPylon, issueId: string) =>
	[...state.messages.newestFirst()].reverse().filter(({ issue_id: id }) => id === issueId);

/** The first message of an issue that the customer can see. */
export const messageIdOf = (sim: SimulatedPylon, issueId: string): string =>
	messagesOf(sim, issueId).find(({ is_private: isPrivate }) => !isPrivate)?.id ?? '';

/** The first internal note of an issue. */
export const noteIdOf = (sim: SimulatedPylon, issueId: string): string =>
	messagesOf(sim, issueId).find(({ is_private: isPrivate }) => isPrivate)?.id ?? '';
