import type { ICredentialTestRequest } from 'n8n-workflow';
import { TOKEN_TEXTS } from './tokenTexts';

type Rule = Extract<
	NonNullable<ICredentialTestRequest['rules']>[number],
	{ type: 'responseSuccessBody' }
>;

const failsWhen = (key: string, value: unknown, message: string): Rule => ({
	type: 'responseSuccessBody',
	properties: { key, value, message },
});

const NOT_PYLON =
	"The response is not from Pylon's API, or Pylon did not accept the API token. Check 'Region', 'Base URL' and 'API Token'.";

/** Texts of refusals that came without a code until the middle of 2026. Source: docs/pylon-api-notes.md#errors */
const OLD_TEXTS: Array<[text: string, code: keyof typeof TOKEN_TEXTS]> = [
	['Invalid API token!', 'invalid_api_token'],
	[
		'Token must follow Bearer authorization scheme: https://www.rfc-editor.org/rfc/rfc6750#section-2.1.',
		'invalid_authorization_header',
	],
];

const tokenText = (code: keyof typeof TOKEN_TEXTS): string =>
	`${TOKEN_TEXTS[code].message}. ${TOKEN_TEXTS[code].description}`;

/**
 * Looked through in order; n8n can only ask whether a value of the answer equals one that is given here. `GET /me`
 * answers with the organization's name, a user, or both: which of them depends on the token, so only `data` is needed.
 */
export const rules: Rule[] = [
	...(Object.keys(TOKEN_TEXTS) as Array<keyof typeof TOKEN_TEXTS>).map((code) =>
		failsWhen('code', code, tokenText(code)),
	),
	...OLD_TEXTS.map(([text, code]) => failsWhen('errors.0', text, tokenText(code))),
	failsWhen(
		'code',
		'not_found',
		"This URL has no endpoint '/me', which Pylon's API has. Check that 'Base URL' of the credential is the URL of the API itself, without the path of an endpoint.",
	),
	// The answer is text then, and its characters are its keys.
	failsWhen('0', '<', `The response was a web page instead of JSON. ${NOT_PYLON}`),
	...[undefined, null, ''].map((value) => failsWhen('data', value, NOT_PYLON)),
	failsWhen('data.length', 0, NOT_PYLON),
];
