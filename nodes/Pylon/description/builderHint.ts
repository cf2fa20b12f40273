import type { IBuilderHint } from 'n8n-workflow';

/**
 * Text for n8n's AI workflow builder about the whole node (n8n 2.9 and later; older versions ignore it). n8n refuses a
 * package with such a hint on the parameters `resource`, `operation` or `mode` themselves (n8n-core,
 * `validate-node-description.js`); their options may have one.
 */
export const builderHint: IBuilderHint = {
	searchHint:
		"Customer support in Pylon (usepylon.com): issues, contacts, accounts, users, teams, tags, tasks, knowledge base. To find issues by state, time, account or assignee, use 'Search' rather than 'Get Many'. To create a record, or update it if it exists, use 'Create or Update' instead of a search and an If node. To read an issue with its conversation for an AI step, use 'Get Context'. To answer the customer use 'Reply'; 'Add Note' stays internal. Records can be named by email, domain, issue number or external ID, without a step that looks up the ID.",
	relatedNodes: [
		{
			nodeType: 'n8n-nodes-pylon.pylonTrigger',
			relationHint:
				'Starts a workflow the moment something happens in Pylon; needs a webhook that is set up in Pylon',
		},
		{
			nodeType: 'n8n-nodes-pylon.pylonPollingTrigger',
			relationHint:
				'Starts a workflow for new and changed records on a schedule, without a webhook',
		},
	],
};
