import type {
	IAuthenticate,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
	Icon,
} from 'n8n-workflow';
import {
	BASE_URL_ADVICE,
	BASE_URL_PATTERN,
	HOSTS,
	REGION_NAMES,
	SLASHES,
	TOKEN_PAGE,
	TOKEN_PREFIXES,
} from '../nodes/shared/client/region';
import {
	after,
	before,
	beginsWith,
	beginsWithNoneOf,
	between,
	last,
} from '../nodes/shared/input/displayConditions';
import { rules } from '../nodes/shared/client/credentialTestRules';

type Shown = NonNullable<NonNullable<INodeProperties['displayOptions']>['show']>;

/** A sentence that the form shows by itself as soon as the fields have the values in `show`. */
const notice = (name: string, displayName: string, show?: Shown): INodeProperties => ({
	displayName,
	name,
	type: 'notice',
	default: '',
	...(show !== undefined && { displayOptions: { show } }),
});

const secret = (
	name: string,
	displayName: string,
	description: string,
	show: Shown,
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	typeOptions: { password: true },
	default: '',
	description,
	displayOptions: { show },
});

const toggle = (
	name: string,
	displayName: string,
	description: string,
	show?: Shown,
): INodeProperties => ({
	displayName,
	name,
	type: 'boolean',
	default: false,
	description,
	...(show !== undefined && { displayOptions: { show } }),
});

/** Beginnings of base URLs that the token may be sent to (`usableBaseUrl`), without the first letter, which may be a capital. */
const USABLE_BEGINNINGS = ['ttps://', 'ttp://localhost', 'ttp://127.', 'ttp://[::1]'];

/** Beginnings of tokens, by region; a space in front may come along when a token is copied. */
const TOKENS_OF = {
	us: ['pylon_api_', ' pylon_api_'].flatMap((beginning) => [
		between(beginning, before(`${beginning}eu_`)),
		between(after(`${beginning}eu_`), last(beginning)),
	]),
	eu: ['pylon_api_eu_', ' pylon_api_eu_'].map(beginsWith),
};

const otherRegion = (chosen: 'us' | 'eu', named: 'us' | 'eu'): INodeProperties =>
	notice(
		`${named}TokenNotice`,
		`This API token belongs to the region ${REGION_NAMES[named]}: set 'Region' to Automatic, or to ${REGION_NAMES[named]}.`,
		{ region: [chosen], apiToken: TOKENS_OF[named] },
	);

const WITH_TRIGGER: Shown = { useWithTrigger: [true] };

const connection: INodeProperties[] = [
	{
		displayName: 'API Token',
		name: 'apiToken',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		required: true,
	},
	notice(
		'tokenNotice',
		`An admin of your Pylon workspace can create the token in Pylon under Settings &gt; Integrations &amp; dev &gt; API tokens (<a href="${TOKEN_PAGE}" target="_blank">open this page</a>; in the European Union, the same at app.eu.usepylon.com). n8n acts with the role that the token has in Pylon, or as the user that it was created for.`,
	),
	notice('bearerNotice', "The API token begins with 'Bearer'. Remove it: n8n adds it.", {
		apiToken: ['Bearer ', 'bearer ', 'BEARER '].flatMap((word) => [
			beginsWith(word),
			beginsWith(` ${word}`),
		]),
	}),
	{
		displayName: 'Region',
		name: 'region',
		type: 'options',
		default: 'auto',
		description: 'Where your Pylon workspace is hosted. A token works only in its own region.',
		options: [
			{
				name: 'Automatic',
				value: 'auto',
				description:
					'Read from the token. Older tokens do not name a region and are used with the United States.',
			},
			{ name: 'United States', value: 'us', description: HOSTS.us },
			{ name: 'European Union', value: 'eu', description: HOSTS.eu },
			{
				name: 'Custom Base URL',
				value: 'custom',
				description: 'A proxy in front of Pylon, or the simulated Pylon of this project',
			},
		],
	},
	otherRegion('us', 'eu'),
	otherRegion('eu', 'us'),
	{
		displayName: 'Base URL',
		name: 'baseUrl',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. https://pylon-proxy.example.com',
		description:
			'The API token is sent to this address with every request, so enter only one that you trust',
		displayOptions: { show: { region: ['custom'] } },
	},
	notice('baseUrlNotice', BASE_URL_ADVICE.replace('Open the credential: ', ''), {
		region: ['custom'],
		baseUrl: beginsWithNoneOf(
			['h', 'H'].flatMap((h) => USABLE_BEGINNINGS.map((rest) => `${h}${rest}`)),
		),
	}),
];

const webhooks: INodeProperties[] = [
	toggle(
		'useWithTrigger',
		'Use With Pylon Trigger',
		'Whether the Pylon Trigger uses this credential to check the webhooks that it receives',
	),
	secret(
		'webhookSecret',
		'Webhook Signing Secret',
		'Pylon shows it only once, when you create the webhook under Settings &gt; Integrations &amp; dev &gt; Webhooks. If you no longer have it, create a new webhook.',
		WITH_TRIGGER,
	),
	toggle(
		'rotateSecret',
		'Rotate Secret',
		'Whether to also accept deliveries that are signed with the previous secret. Switch it on while you change the secret, and off afterwards.',
		WITH_TRIGGER,
	),
	secret(
		'previousWebhookSecret',
		'Previous Webhook Signing Secret',
		'The secret that the webhook had until now',
		{
			...WITH_TRIGGER,
			rotateSecret: [true],
		},
	),
	toggle(
		'verifyByHeader',
		'Verify by Header',
		"Whether a Pylon Trigger with 'Verification' set to 'Header With Secret' uses this credential",
		WITH_TRIGGER,
	),
	secret(
		'webhookHeaderSecret',
		'Webhook Header Secret',
		"The whole value of the webhook's custom header in Pylon. Mark the header as secret there.",
		{ ...WITH_TRIGGER, verifyByHeader: [true] },
	),
	secret(
		'previousWebhookHeaderSecret',
		'Previous Webhook Header Secret',
		'The value before the change, so that deliveries with it are still accepted. Clear it when the change is done.',
		{ ...WITH_TRIGGER, verifyByHeader: [true] },
	),
];

/**
 * The base URL that `resolveConnection` decides on, as an expression of n8n. A base URL that it refuses because of its form
 * becomes no address at all. n8n shows only the code ERR_INVALID_URL for it, so the form has a notice. A token that names
 * another region than the chosen one is sent to the chosen one of Pylon's own hosts, which refuses it in words.
 */
const BASE_URL = `={{ ${JSON.stringify(HOSTS)}[$credentials.region === "auto" ? (/${TOKEN_PREFIXES.eu}/.test($credentials.apiToken) ? "eu" : "us") : $credentials.region] ?? (($credentials.baseUrl ?? "").trim().replace(/${SLASHES.source}/, "").match(/^${BASE_URL_PATTERN}/) ?? [""])[0] }}`;

/** The credential of all three nodes: API token, region, and the secrets of webhooks. */
export class PylonApi implements ICredentialType {
	name = 'pylonApi';

	displayName = 'Pylon API';

	icon: Icon = { light: 'file:../icons/pylon.svg', dark: 'file:../icons/pylon.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-pylon/n8n-nodes-pylon#credential';

	properties: INodeProperties[] = [...connection, ...webhooks];

	// A function, since n8n would evaluate an expression in an isolate for each request (bench/README.md).
	authenticate: IAuthenticate = async ({ apiToken }, request) => ({
		...request,
		headers: { ...request.headers, Authorization: `Bearer ${String(apiToken ?? '').trim()}` },
	});

	// n8n knows one sentence a status; Pylon's 401 has several reasons. So 401, 403 and 404 are let through here and told
	// apart by their bodies, as are redirects, which are not followed; every other status that is no success fails.
	test: ICredentialTestRequest = {
		request: {
			baseURL: BASE_URL,
			url: '/me',
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: {
				ignore: true,
				except: [400, 402, 405, 407, 408, 409, 410, 413, 422, 429, 500, 501, 502, 503, 504],
			},
		},
		rules,
	};
}
