import type { INodeProperties } from 'n8n-workflow';

const GUIDE = 'https://github.com/n8n-nodes-pylon/n8n-nodes-pylon/blob/main/docs/webhooks.md';

const COPY_URL =
	"Open 'Webhook URLs' above and copy the Production URL. To try it out first, copy the Test URL instead: it answers only while this node waits for a test event, so press 'Execute step' after that.";

const WEBHOOK =
	'In Pylon, open Settings &gt; Integrations &amp; dev &gt; Webhooks, choose Create Webhook, and paste the URL. Leave the method at POST.';

const TRIGGER =
	"In Pylon, open Settings &gt; Workflows &gt; Triggers and make one trigger for each event: choose what starts it, add the action 'Send webhook' with this webhook, and paste the event's payload template from below. (A macro in Pylon can send the webhook too.)";

const PUBLISH = 'Publish (activate) this workflow: the Production URL answers from then on.';

const PUBLIC =
	'Pylon calls public addresses only. For an n8n on localhost or in a private network, use the Pylon Polling Trigger.';

/** Where the secret is entered. */
const SECRET = {
	signature: [
		"Pylon now shows the secret of the webhook, and only this once. In the Pylon credential, switch on 'Use With Pylon Trigger' and paste it into 'Webhook Signing Secret'.",
	],
	header: [
		"Give this webhook in Pylon a custom header, named as in 'Header Name' below, with a long random value, and mark it as secret. In the Pylon credential, switch on 'Use With Pylon Trigger' and 'Verify by Header', and put the same value into 'Webhook Header Secret'.",
	],
	none: [],
};

// The editor leaves only a, ul and li of a notice's HTML (N8nNotice of n8n's design system): the numbers are text, and a
// list for each step makes a paragraph of it without a bullet before the number.
const notice = (by: keyof typeof SECRET): INodeProperties => {
	const steps = [COPY_URL, WEBHOOK, ...SECRET[by], TRIGGER, PUBLISH];
	const list = steps.map((step, index) => `<ul>${index + 1}. ${step}</ul>`).join('');
	return {
		displayName: `Set up Pylon once, by hand:${list}${PUBLIC} <a href="${GUIDE}" target="_blank">Guide with pictures, and Pylon's addresses for a firewall</a>`,
		name: 'setupNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { showSetupSteps: [true], verification: [by] } },
	};
};

/** The steps in Pylon, which has no API for webhooks. Source: docs/pylon-api-notes.md#webhook-setup */
export const setup: INodeProperties[] = [
	{
		displayName: 'Show Setup Steps',
		name: 'showSetupSteps',
		type: 'boolean',
		noDataExpression: true,
		default: true,
		description:
			'Whether to show how to set up the webhook in Pylon. Turn it off once events arrive; nothing else changes.',
	},
	notice('signature'),
	notice('header'),
	notice('none'),
];
