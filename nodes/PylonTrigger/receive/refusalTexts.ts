import type { RecordKind } from '../events';
import { quoted } from '../fieldPath';
import type { HeaderFault } from './headers';
import type { PayloadFault } from './payload';
import type { BodyFault } from './rawBody';

export type CheckFault =
	| HeaderFault
	| 'mismatch'
	| 'rewritten'
	| 'noHeader'
	| 'headerRepeated'
	| 'otherHeader'
	| 'noSecret'
	| 'noHeaderSecret'
	| 'noHeaderName'
	| 'triggerSwitchedOff'
	| 'headerSwitchedOff'
	| 'noCredential'
	| 'noDatabase';

/** What makes a payload unusable although it could be read. */
export type DiagnosisFault = 'unresolved' | 'noEvent' | 'missingId' | 'wrongId';

export type RefusalReason =
	| CheckFault
	| BodyFault
	| PayloadFault
	| DiagnosisFault
	| 'repeatedKey'
	| 'settings'
	| 'unanswered'
	| 'unknownRecord';

export interface Refusal {
	refusal: RefusalReason;
	/** What is wrong, where the reason's own text does not say it: one short line without a full stop. */
	says?: string;
	/** What to do about it, where the reason's own text does not say it: sentences. */
	advice?: string;
	/** What n8n threw. Its message goes into the log. */
	cause?: unknown;
}

interface Texts {
	status: number;
	/** One short line without a full stop. */
	says: string;
	/** Sentences. */
	advice: string;
	/** What the sender reads instead, where the rest is only for the owner of the workflow. */
	tells?: string;
}

/** The answer to a refused call, and what n8n's log or panel says about it. */
export interface Answer {
	status: number;
	/** What the sender reads, for instance in Pylon's log. */
	tells: string;
	/** What was wrong, on one line. */
	headline: string;
	/** What to do. */
	advice: string;
}

const unauthorized = (says: string, advice: string): Texts => ({
	status: 401,
	says,
	advice,
	tells:
		'This call could not be verified as a call from Pylon. The log of n8n says which check failed.',
});

const badRequest = (says: string, advice: string, status = 400): Texts => ({
	status,
	says,
	advice,
});

/**
 * @param kind the kind of the record that the payload names
 * @returns what is wrong where Pylon does not have the record, for `Refusal.says`
 */
export const noSuch = (kind: RecordKind): string => `Pylon has no such ${kind}`;

/**
 * @param key a key that one of the payload's objects has more than once
 * @returns what is wrong, for `Refusal.says`
 */
export const repeats = (key: string): string => `The payload has ${quoted(key)} more than once`;

/** Its text differs each time: see diagnosis.ts. */
const DIAGNOSED = badRequest('The payload cannot be used', '');

const PASTE =
	'In the Pylon trigger, paste the payload template that the Pylon Trigger node in n8n shows.';

const WEBHOOKS = 'Settings > Integrations & dev > Webhooks';

const texts: Record<RefusalReason, Texts> = {
	noSecret: unauthorized(
		'The Pylon credential has no webhook signing secret',
		`So the trigger cannot check any call. Put the secret that Pylon showed when the webhook was created into 'Webhook Signing Secret' of the credential. Pylon shows it only once; if you no longer have it, create a new webhook under ${WEBHOOKS}.`,
	),
	noHeaderSecret: unauthorized(
		'The Pylon credential has no secret for the header',
		"So the trigger cannot check any call. Put the value of the custom header of the webhook in Pylon into 'Webhook Header Secret' of the credential.",
	),
	triggerSwitchedOff: unauthorized(
		"'Use With Pylon Trigger' of the Pylon credential is off",
		"So the trigger cannot check any call. Open the credential, switch it on, and fill in 'Webhook Signing Secret'.",
	),
	headerSwitchedOff: unauthorized(
		"'Verify by Header' of the Pylon credential is off",
		"So the trigger cannot check any call. Open the credential, switch it on, and fill in 'Webhook Header Secret'.",
	),
	noHeaderName: unauthorized(
		"'Header Name' of the node is empty",
		"So the trigger cannot check any call. Fill in 'Header Name', or set 'Verification' to 'Signature'.",
	),
	noCredential: unauthorized(
		'The Pylon credential of this trigger could not be read',
		'So the trigger cannot check any call. Choose it again in the node, and check that it still exists.',
	),
	noDatabase: {
		status: 503,
		says: "n8n's database did not answer, so the call could not be checked",
		advice: 'Nothing was started, and the sender may try again.',
		tells: 'The call could not be checked at the moment. Try again later.',
	},
	missing: unauthorized(
		'The X-Pylon-Signature header is missing',
		'Either something other than Pylon calls this URL, or a proxy in front of n8n removes the header.',
	),
	repeated: unauthorized(
		'The X-Pylon-Signature header was sent more than once',
		'Check whether a proxy in front of n8n adds it again.',
	),
	malformed: unauthorized(
		'The X-Pylon-Signature header is not 64 lowercase hexadecimal digits',
		'Either something other than Pylon calls this URL, or a proxy in front of n8n changes the header.',
	),
	mismatch: unauthorized(
		'The signature does not match the body',
		`Most likely 'Webhook Signing Secret' of the Pylon credential is the secret of another webhook. Copy the secret of the webhook with this URL again (Pylon: ${WEBHOOKS}); Pylon shows it only when the webhook is created, so create a new one if you no longer have it. Also check that no proxy in front of n8n changes the body.`,
	),
	rewritten: unauthorized(
		'The body was changed on the way',
		"The secret is right: the signature matches the same payload in another format. Something between Pylon and n8n, for example a proxy, rewrites the JSON. Let it pass on bodies unchanged, or set 'Verification' to 'Header With Secret'.",
	),
	noHeader: unauthorized(
		"The header of 'Header Name' is missing",
		`Check that the webhook in Pylon (${WEBHOOKS}) has this custom header, and that no proxy in front of n8n removes it.`,
	),
	headerRepeated: unauthorized(
		"The header of 'Header Name' was sent more than once",
		'Check whether a proxy in front of n8n adds it again.',
	),
	otherHeader: unauthorized(
		"The header of 'Header Name' does not contain the secret",
		`Check that 'Webhook Header Secret' in the Pylon credential is exactly the value of the custom header in Pylon (${WEBHOOKS}).`,
	),
	tooLarge: badRequest(
		'The body is larger than n8n accepts',
		"The limit is n8n's setting N8N_PAYLOAD_SIZE_MAX. Send IDs instead of text.",
		413,
	),
	unreadable: badRequest('The body could not be read completely', 'Send it again.'),
	empty: badRequest('The body is empty', PASTE),
	notJson: badRequest(
		'The body is not valid JSON',
		"Most likely a text variable in the payload template of the Pylon trigger contains a quote or a line break: send only IDs, and let the Pylon Trigger node in n8n fetch the rest ('Fetch Record').",
	),
	otherFormat: badRequest('The body is not JSON', PASTE),
	notAnObject: badRequest(
		'The body is JSON, but not an object',
		'In the Pylon trigger, start the payload template with { and end it with }.',
	),
	tooDeep: badRequest(
		'The body is JSON with more than 100 levels of nested objects or lists',
		'Send a flat object.',
	),
	repeatedKey: badRequest(
		'The payload has a field more than once',
		"It is not clear which value is meant. Most likely a text variable in the payload template of the Pylon trigger contains quotes, so that the author of the text could set the field: send only IDs, and let the Pylon Trigger node in n8n fetch the rest ('Fetch Record').",
	),
	unresolved: DIAGNOSED,
	noEvent: DIAGNOSED,
	missingId: DIAGNOSED,
	wrongId: DIAGNOSED,
	settings: {
		status: 503,
		says: 'The parameters of the node could not be used',
		advice:
			'Check that each expression in them can be evaluated without input, and returns a value.',
		tells: 'The settings of the Pylon Trigger in n8n could not be read. Try again later.',
	},
	unanswered: {
		status: 503,
		says: 'Pylon did not return the record that the workflow needs',
		advice: "'If Pylon Does Not Answer' is set to answer 503, so the sender may try again.",
		tells: 'Pylon did not return the record that the workflow needs. Try again later.',
	},
	unknownRecord: {
		status: 503,
		says: 'Pylon has no such record',
		advice:
			"It was deleted, or the payload's ID does not belong to such a record. Nothing was started. Trying again only helps if Pylon does not show the record yet.",
	},
};

/**
 * @param refusal what is wrong with a call
 * @returns the answer to the call, and what n8n's log or panel says about it
 */
export function answerTo({ refusal, ...own }: Refusal): Answer {
	const { status, tells, says, advice } = texts[refusal];
	const headline = own.says ?? says;
	const cure = own.advice ?? advice;
	return {
		status,
		tells: (own.says === undefined ? tells : undefined) ?? `${headline}. ${cure}`,
		headline,
		advice: cure,
	};
}
