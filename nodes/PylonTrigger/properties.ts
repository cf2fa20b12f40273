import type { INodeProperties } from 'n8n-workflow';

import { payloadTemplates } from './payloadTemplates';

// The editor leaves only a, ul and li of a notice's HTML (N8nNotice in n8n-editor-ui).
const steps = [
	"In Pylon, open Settings &gt; Webhooks and add a webhook with the Production URL above. (To try it out, use the Test URL instead: it works only while this node waits for a test event, after 'Execute step'.)",
	"Copy the secret that Pylon shows for this webhook into 'Webhook Signing Secret' of the credential.",
	"In Pylon, open Settings &gt; Triggers, choose what starts the trigger, add the action 'Send webhook' with this webhook, and paste the payload template from below.",
	'Publish (activate) this workflow: the Production URL answers from then on.',
];

const template = payloadTemplates.issue_created;

export const properties: INodeProperties[] = [
	{
		displayName: `Set up Pylon once, by hand:<ul>${steps.map((step) => `<li>${step}</li>`).join('')}</ul><a href="https://docs.usepylon.com/pylon-docs/developer/webhooks" target="_blank">Pylon's page about webhooks</a>`,
		name: 'setupNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Payload Template',
		name: 'payloadTemplate',
		type: 'string',
		typeOptions: { editor: 'jsEditor', editorIsReadOnly: true, rows: 4 },
		noDataExpression: true,
		default: template,
		description:
			"To copy into the 'Send webhook' action in Pylon, as it is: Pylon replaces what is in double braces. It changes nothing in this node.",
		hint: 'Give each Pylon trigger its own event name. For one on new messages, add: "message_id": "{{issue.last_message.id}}". Pick other variables from the menu that Pylon opens when you type {. Send only IDs and fetch the rest with the Pylon node: a quote or a line break in a text could break the JSON.',
	},
	{
		// For a node of version 1 with options.binaryData, n8n leaves the reading of the body to the node
		// (n8n/dist/webhooks/webhook-helpers.js, parseRequestBody). Otherwise it parses the body first, answers
		// broken JSON and too large bodies itself before any check, and keeps no raw bytes of multipart bodies.
		displayName: 'Options',
		name: 'options',
		type: 'hidden',
		default: { binaryData: true },
	},
];
