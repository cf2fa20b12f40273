import type { IAuthenticateGeneric, ICredentialTestRequest, ICredentialType, INodeProperties, Icon } from 'n8n-workflow';
import { HOSTS } from '../nodes/shared/client/baseUrl';
import { TOKEN_WORDS } from '../nodes/shared/client/errorTexts';

type TokenCode = keyof typeof TOKEN_WORDS;

/** Codes of a 401 or 403: notes on the API, section e. */
const refusals = (Object.keys(TOKEN_WORDS) as TokenCode[]).map((code) => ({
	type: 'responseSuccessBody' as const,
	properties: {
		key: 'code',
		value: code,
		message: `${TOKEN_WORDS[code].message}. ${TOKEN_WORDS[code].description}`,
	},
}));

export class PylonApi implements ICredentialType {
	name = 'pylonApi';

	displayName = 'Pylon API';

	icon: Icon = { light: 'file:../icons/pylon.svg', dark: 'file:../icons/pylon.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-pylon/n8n-nodes-pylon#credential';

	properties: INodeProperties[] = [
		{
			displayName: 'Region',
			name: 'region',
			type: 'options',
			default: 'us',
			description: 'Where your Pylon workspace lives. A token works in its own region only.',
			options: [
				{ name: 'United States', value: 'us', description: 'https://api.usepylon.com' },
				{ name: 'European Union', value: 'eu', description: 'https://api.eu.usepylon.com' },
				{
					name: 'Custom Base URL',
					value: 'custom',
					description: 'A proxy in front of Pylon, or the simulated Pylon of this project',
				},
			],
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://pylon-proxy.example.com',
			displayOptions: { show: { region: ['custom'] } },
		},
		{
			displayName: 'API Token',
			name: 'apiToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'An admin can make one in Pylon under Settings &gt; API Tokens',
		},
		{
			displayName: 'Webhook Signing Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Needed by the Pylon Trigger only. Pylon shows it under Settings &gt; Webhooks when the webhook is made.',
		},
		{
			displayName: 'Previous Webhook Signing Secret',
			name: 'previousWebhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'While you change the secret: put the old one here, so that deliveries signed with it are still accepted, and empty it afterwards',
		},
		{
			displayName: 'Webhook Header Secret',
			name: 'webhookHeaderSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				"Needed only by a Pylon Trigger with the verification 'Header With Secret': the whole value of the webhook's custom header in Pylon",
		},
		{
			displayName: 'Previous Webhook Header Secret',
			name: 'previousWebhookHeaderSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: "While you change the header's secret: the old one, as above",
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: {
			headers: { Authorization: '=Bearer {{ $credentials.apiToken.trim() }}' },
		},
	};

	// n8n knows one sentence a status; Pylon's 401 has several reasons. So a 401 or 403 is let through here, and told
	// apart by the code in its body; every other status that is no success still counts as one that is none.
	test: ICredentialTestRequest = {
		request: {
			// An address that `toBaseUrl` refuses is left out, so that n8n says 'Invalid URL'.
			baseURL:
				`={{ ${JSON.stringify(HOSTS)}[$credentials.region] ?? ($credentials.baseUrl.trim().replace(/\\/+$/, "").match(/^https?:\\/\\/[^@?#]+$/i) ?? [""])[0] }}`,
			url: '/me',
			ignoreHttpStatusErrors: {
				ignore: true,
				except: [400, 402, 404, 405, 407, 408, 409, 410, 413, 422, 429, 500, 501, 502, 503, 504],
			},
		},
		rules: [
			...refusals,
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'data.id',
					value: undefined,
					message:
						"What answered is not Pylon's API, or it did not accept the API token. Check 'Region', 'Base URL' and 'API Token'.",
				},
			},
		],
	};
}
