import type { INodeProperties } from 'n8n-workflow';

const GUIDE = 'https://github.com/n8n-nodes-pylon/n8n-nodes-pylon/blob/main/docs/webhooks.md';

const WEBHOOK =
	"In Pylon, open Settings &gt; Webhooks and add a webhook with the Production URL above. (To try it out, use the Test URL instead: it works only while this node waits for a test event, after 'Execute step'.)";

const TRIGGER =
	"In Pylon, open Settings &gt; Triggers and make one trigger for each event: choose what starts it, add the action 'Send webhook' with this webhook, and paste the event's payload template from below.";

const PUBLISH = 'Publish (activate) this workflow: the Production URL answers from then on.';

/** Where the secret goes. */
const SECRET = {
	signature: ["Copy the secret that Pylon shows for this webhook into 'Webhook Signing Secret' of the credential."],
	header: [
		"Give this webhook in Pylon a custom header, named as in 'Header Name' below, with a long random value. Put the same value into 'Webhook Header Secret' of the credential.",
	],
	none: [],
};

// The editor leaves only a, ul and li of a notice's HTML (N8nNotice in n8n-editor-ui).
const notice = (by: keyof typeof SECRET): INodeProperties => {
	const steps = [WEBHOOK, ...SECRET[by], TRIGGER, PUBLISH].map((step) => `<li>${step}</li>`).join('');
	return {
		displayName: `Set up Pylon once, by hand:<ul>${steps}</ul><a href="${GUIDE}" target="_blank">A guide with pictures</a>`,
		name: 'setupNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { verification: [by] } },
	};
};

/** The steps in Pylon, which has no API for webhooks (https://docs.usepylon.com/pylon-docs/developer/webhooks). */
export const setup: INodeProperties[] = [notice('signature'), notice('header'), notice('none')];
