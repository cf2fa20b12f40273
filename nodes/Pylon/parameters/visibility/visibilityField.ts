import { optionsField } from '../choices/choiceFields';
import { conditionField } from '../filter/conditionField';
import { sentField } from '../sentField';
import { AI_AGENT_ACCESS, visibilityInBody } from './visibility';

/** Who sees an article or collection (openapi.yaml, `ArticleVisibilityConfig`), for `additionalFields` and `updateFields`. */
export const aiAgentAccess = sentField(
	'options',
	'inherit',
	{
		displayName: AI_AGENT_ACCESS.displayName,
		name: 'aiAgentAccess',
		property: 'visibility_config.ai_agent_access',
		description: "Which of Pylon's AI agents can use it",
		options: AI_AGENT_ACCESS.options,
	},
	() => visibilityInBody,
);

export const allowedAgents = sentField(
	'string',
	'',
	{
		displayName: AI_AGENT_ACCESS.agents,
		name: 'allowedAgentIds',
		placeholder: 'e.g. 5f0c9a3e-8a55-4d0c-9a0e-1f1f5b0d2c11',
		property: 'visibility_config.allowed_agent_ids',
		description:
			"IDs of AI agents, separated by commas, or an expression that returns an array. Only with 'AI Agent Access' set to 'Specific Agents'.",
	},
	() => visibilityInBody,
);

/** Articles only. */
export const customerVisibilityCondition = conditionField({
	displayName: 'Customer Visibility Condition (JSON)',
	name: 'customerVisibilityCondition',
	property: 'visibility_config.customer_visibility_condition',
	description: 'Which customers can see it',
});

export const visibility = optionsField({
	displayName: 'Visibility',
	name: 'visibility',
	property: 'visibility_config.visibility',
	default: 'public',
	description: 'Who can see it in the knowledge base',
	options: [
		{ name: 'Customers Only', value: 'customer' },
		{ name: 'Internal Only', value: 'internal_only' },
		{ name: 'Public', value: 'public' },
	],
});
