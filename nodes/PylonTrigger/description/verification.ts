import type { INodeProperties } from 'n8n-workflow';

/** How a call proves that it comes from Pylon. The secrets themselves are in the credential only. */
export const verification: INodeProperties[] = [
	{
		displayName: 'Verification',
		name: 'verification',
		type: 'options',
		noDataExpression: true,
		default: 'signature',
		description:
			'How to verify that a call comes from Pylon. Any other call gets 401 and starts nothing.',
		options: [
			{
				name: 'Signature',
				value: 'signature',
				description:
					"Pylon signs every call with the webhook's secret: nobody else can forge or change one",
			},
			{
				name: 'Header With Secret',
				value: 'header',
				description:
					'A custom header of the webhook contains a secret. Use this if a proxy changes the body. It does not protect the body.',
			},
			{
				name: 'None',
				value: 'none',
				description: 'Anybody who knows the URL can start the workflow',
			},
		],
	},
	{
		displayName: 'Header Name',
		name: 'headerName',
		type: 'string',
		noDataExpression: true,
		default: 'X-Webhook-Secret',
		required: true,
		placeholder: 'e.g. X-Webhook-Secret',
		displayOptions: { show: { verification: ['header'] } },
		description:
			"Name of the webhook's custom header in Pylon. Its value goes into 'Webhook Header Secret' of the credential.",
	},
	{
		displayName:
			"Warning: without verification, anybody who knows the URL can start this workflow with any payload. Choose 'Signature', unless something in front of n8n checks the calls.",
		name: 'noVerificationNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { verification: ['none'] } },
	},
];
