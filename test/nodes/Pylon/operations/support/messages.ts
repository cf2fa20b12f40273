import type { INodeParameters } from 'n8n-workflow';

import type { SimulatedPylon } from '../../../../../sandbox/pylon';

/**
 * @param value the number of an issue
 * @returns what the editor stores for an issue that is named by its number
 */
export const byNumber = (value: string | number): INodeParameters => ({
	__rl: true,
	mode: 'number',
	value,
});

/**
 * @param sim whose issue
 * @param issueId of the issue
 * @returns its messages, the oldest first
 */
export const messagesOf = ({ state }: SimulatedPylon, issueId: string) =>
	[...state.messages.newestFirst()].reverse().filter(({ issue_id: id }) => id === issueId);

/**
 * @param sim whose issue
 * @param issueId of the issue
 * @returns the ID of its first message that the customer can see; empty when there is none
 */
export const messageIdOf = (sim: SimulatedPylon, issueId: string): string =>
	messagesOf(sim, issueId).find(({ is_private: isPrivate }) => !isPrivate)?.id ?? '';

/**
 * @param sim whose issue
 * @param issueId of the issue
 * @returns the ID of its first internal note; empty when there is none
 */
export const noteIdOf = (sim: SimulatedPylon, issueId: string): string =>
	messagesOf(sim, issueId).find(({ is_private: isPrivate }) => isPrivate)?.id ?? '';
