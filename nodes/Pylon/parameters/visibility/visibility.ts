import type { IDataObject } from 'n8n-workflow';
import { beforeSending } from '../../run/operationPlan';
import { readChoice, readIds } from '../../../shared/input';
import { bodyOf, wrongInput } from '../values';

/** The fields that say which AI agents may use an article or collection. */
export const AI_AGENT_ACCESS = {
	displayName: 'AI Agent Access',
	options: [
		{ name: 'As Its Collection', value: 'inherit' },
		{ name: 'None', value: 'none' },
		{ name: 'Specific Agents', value: 'specific_agents' },
	],
	agents: 'Allowed AI Agents',
};

/**
 * Completes `visibility_config` of an article or collection. Runs once for each of the fields that make it up, each time
 * with the same result.
 */
export const visibilityInBody = beforeSending(function (request) {
	const config = bodyOf(request).visibility_config as IDataObject;
	if ('ai_agent_access' in config)
		config.ai_agent_access = readChoice(
			config.ai_agent_access,
			AI_AGENT_ACCESS.displayName,
			AI_AGENT_ACCESS.options,
		);
	const isGiven = 'allowed_agent_ids' in config;
	const isWanted = config.ai_agent_access === 'specific_agents';
	if (isGiven) config.allowed_agent_ids = readIds(config.allowed_agent_ids, AI_AGENT_ACCESS.agents);
	if (isWanted && (!isGiven || (config.allowed_agent_ids as string[]).length === 0)) {
		throw wrongInput(
			this,
			"'Allowed AI Agents' is empty",
			"'AI Agent Access' asks for them: add 'Allowed AI Agents' with at least one ID, or choose another value there.",
		);
	}
	if (isGiven && !isWanted) {
		throw wrongInput(
			this,
			"'Allowed AI Agents' does not match 'AI Agent Access'",
			"Add 'AI Agent Access' with the value 'Specific Agents', or remove 'Allowed AI Agents'.",
		);
	}
});
