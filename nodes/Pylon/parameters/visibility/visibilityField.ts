import type { INodeProperties } from 'n8n-workflow';
import { AI_AGENT_ACCESS, visibilityInBody } from './visibility';

/** Who sees an article or collection (openapi.yaml, `ArticleVisibilityConfig`), for `additionalFields` and `updateFields`. */
export const aiAgentAccess: INodeProperties = {
	displayName: 'AI Agent Access',
	name: 'aiAgentAccess',
	type: 'options',
	default: 'inherit',
	description: "Which of Pylon's AI agents may use it",
	options: AI_AGENT_ACCESS,
	routing: {
		send: {
			type: 'body',
			property: 'visibility_config.ai_agent_access',
			preSend: [visibilityInBody],
		},
	},
};

export const allowedAgents: INodeProperties = {
	displayName: 'Allowed AI Agents',
	name: 'allowedAgentIds',
	type: 'string',
	default: '',
	description:
		"IDs of AI agents, separated by commas, or an expression that yields an array. Needs 'AI Agent Access' with 'Specific Agents'.",
	routing: {
		send: {
			type: 'body',
			property: 'visibility_config.allowed_agent_ids',
			preSend: [visibilityInBody],
		},
	},
};

/** Articles only. */
export const customerVisibilityCondition: INodeProperties = {
	displayName: 'Customer Visibility Condition (JSON)',
	name: 'customerVisibilityCondition',
	type: 'json',
	default: '',
	placeholder: 'e.g. {"field":"tags","operator":"contains","value":"vip"}',
	description:
		'Which customers see it, as JSON, such as {"field":"tags","operator":"contains","value":"vip"}. Groups are {"operator":"and","subfilters":[…]}, three levels deep at most.',
	routing: {
		send: {
			type: 'body',
			property: 'visibility_config.customer_visibility_condition',
			preSend: [visibilityInBody],
		},
	},
};

export const visibility: INodeProperties = {
	displayName: 'Visibility',
	name: 'visibility',
	type: 'options',
	default: 'public',
	description: 'Who sees it in the knowledge base',
	options: [
		{ name: 'Customers Only', value: 'customer' },
		{ name: 'Internal Only', value: 'internal_only' },
		{ name: 'Public', value: 'public' },
	],
	routing: { send: { type: 'body', property: 'visibility_config.visibility' } },
};
