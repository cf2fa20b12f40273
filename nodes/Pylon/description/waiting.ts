import type { IWebhookDescription } from 'n8n-workflow';

/** n8n compares the path with the node's ID in the link (n8n 2.41, `webhooks/waiting-webhooks.js`). */
const answerWebhook = {
	name: 'default',
	responseMode: 'onReceived',
	responseData: '',
	path: '={{ $nodeId }}',
	restartWebhook: true,
	isFullPath: true,
} as const satisfies Partial<IWebhookDescription>;

/** The webhooks for answers to 'Send and Wait for Response'. They only work while an execution waits, and none is registered. */
export const answerWebhooks: IWebhookDescription[] = [
	{ ...answerWebhook, httpMethod: 'GET' },
	{ ...answerWebhook, httpMethod: 'POST' },
];

/** Shown in the output pane while an execution waits. */
export const waitingTooltip =
	'={{ $parameter["operation"] === "sendAndWait" ? "The workflow continues when somebody has answered in Pylon" : "" }}';
