import { checkCondition } from '../storedCondition';
import { defined } from '../defined';
import { badField } from '../errors';
import type { VisibilityConfig } from '../records/content';

/** The visibility of an article or collection whose request does not mention it; an assumption. */
export const DEFAULT_VISIBILITY: VisibilityConfig = {
	visibility: 'public',
	ai_agent_access: 'inherit',
	allowed_agent_ids: [],
};

/**
 * An article's or collection's visibility after a request. Whether a part that is left out keeps its value is not
 * documented; here it does. Stricter reading: agents are named if, and only if, access is for specific ones.
 *
 * @param current the visibility before the request; not changed
 * @param written what the request says of it; undefined when it does not mention visibility
 * @returns the visibility that is stored
 * @throws ApiError 400 for a condition that breaks the grammar, and for agents that do not go with `ai_agent_access`
 */
export function visibilityAfter(
	current: VisibilityConfig,
	written: Partial<VisibilityConfig> | undefined,
): VisibilityConfig {
	if (!written) return current;
	const { customer_visibility_condition: condition, allowed_agent_ids: agents } = written;
	if (condition) checkCondition('visibility_config.customer_visibility_condition', condition);
	const result = { ...current, ...defined(written) };
	const isSpecific = result.ai_agent_access === 'specific_agents';
	if (isSpecific && result.allowed_agent_ids.length === 0) {
		throw badField('visibility_config.allowed_agent_ids', 'is needed for specific_agents');
	}
	if (!isSpecific && agents && agents.length > 0) {
		throw badField(
			'visibility_config.allowed_agent_ids',
			'needs ai_agent_access to be specific_agents',
		);
	}
	return isSpecific ? result : { ...result, allowed_agent_ids: [] };
}
