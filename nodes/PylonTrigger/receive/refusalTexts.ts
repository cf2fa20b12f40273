import type { DiagnosisFault } from '../decide/diagnosis';
import type { RecordKind } from '../decide/events';
import type { HeaderFault } from './headers';
import type { PayloadFault } from './payload';
import type { BodyFault } from './rawBody';

export type CheckFault =
	| HeaderFault
	| 'mismatch'
	| 'noHeader'
	| 'headerRepeated'
	| 'otherHeader'
	| 'noSecret'
	| 'noHeaderSecret'
	| 'noHeaderName'
	| 'triggerSwitchedOff'
	| 'headerSwitchedOff'
	| 'noCredential';

export type RefusalReason = CheckFault | BodyFault | PayloadFault | DiagnosisFault | 'settings' | 'unanswered' | 'unknownRecord';

export interface Refusal {
	refusal: RefusalReason;
	/** What the sender reads, where it is not the same every time. */
	says?: string;
	/** What n8n threw, if it did. Its message goes into the log. */
	cause?: unknown;
}

export interface Answer {
	status: number;
	/** What the sender reads, for instance in Pylon's log. */
	says: string;
	/** What n8n's log says beside it: what was wrong and what to do. */
	logs: string;
}

const unauthorized = (logs: string): Answer => ({
	status: 401,
	says: 'This call was not accepted as one from Pylon. The log of n8n says which check it did not pass.',
	logs,
});

const badRequest = (says: string, status = 400): Answer => ({ status, says, logs: says });

/** What a call is answered whose record Pylon does not have. */
export const noSuch = (kind: RecordKind): string =>
	`Pylon has no such ${kind}: it was deleted, or the payload's ID is not one of ${kind === 'contact' ? 'a' : 'an'} ${kind}. Nothing was started. Trying again helps only if Pylon does not show the ${kind} yet.`;

/** Words of its own each time: see diagnosis.ts. */
const DIAGNOSED = badRequest('The payload cannot be used.');

const PASTE = 'In the Pylon trigger, paste the payload template that the Pylon Trigger node in n8n shows.';

const answers: Record<RefusalReason, Answer> = {
	noSecret: unauthorized(
		"The Pylon credential has no webhook signing secret, so no call can be checked. Put the secret that Pylon showed when the webhook was made into 'Webhook Signing Secret' of the credential; Pylon shows it only once, so whoever no longer has it makes a new webhook under Settings > Integrations & dev > Webhooks.",
	),
	noHeaderSecret: unauthorized(
		"The Pylon credential has no secret for the header, so no call can be checked. Put the value of the custom header of the webhook in Pylon into 'Webhook Header Secret' of the credential.",
	),
	triggerSwitchedOff: unauthorized(
		"'Use With Pylon Trigger' of the Pylon credential is off, so no call can be checked. Open the credential, switch it on, and fill in 'Webhook Signing Secret'.",
	),
	headerSwitchedOff: unauthorized(
		"'Verify by Header' of the Pylon credential is off, so no call can be checked. Open the credential, switch it on, and fill in 'Webhook Header Secret'.",
	),
	noHeaderName: unauthorized(
		"The node has no name of the header, so no call can be checked. Fill in 'Header Name', or set 'Verification' to 'Signature'.",
	),
	noCredential: unauthorized(
		'The Pylon credential of this trigger could not be read, so no call can be checked. Choose it again in the node, and see that it still exists.',
	),
	missing: unauthorized(
		'The X-Pylon-Signature header is missing. Either something other than Pylon calls this URL, or a proxy in front of n8n removes the header.',
	),
	repeated: unauthorized(
		'The X-Pylon-Signature header was sent more than once. See whether a proxy in front of n8n adds it again.',
	),
	malformed: unauthorized(
		'The X-Pylon-Signature header is not 64 lowercase hexadecimal digits. Either something other than Pylon calls this URL, or a proxy in front of n8n changes the header.',
	),
	mismatch: unauthorized(
		"The signature does not fit the body. See that 'Webhook Signing Secret' in the Pylon credential is the secret of the webhook with this URL (Pylon: Settings > Integrations & dev > Webhooks), and that no proxy in front of n8n changes the body.",
	),
	noHeader: unauthorized(
		"The header of 'Header Name' is missing. See that the webhook in Pylon (Settings > Integrations & dev > Webhooks) has it as a custom header, and that no proxy in front of n8n removes it.",
	),
	headerRepeated: unauthorized(
		"The header of 'Header Name' was sent more than once. See whether a proxy in front of n8n adds it again.",
	),
	otherHeader: unauthorized(
		"The header of 'Header Name' holds something else than the secret. See that 'Webhook Header Secret' in the Pylon credential is, letter by letter, the value of the custom header in Pylon (Settings > Integrations & dev > Webhooks).",
	),
	tooLarge: badRequest('The body is larger than n8n accepts (setting N8N_PAYLOAD_SIZE_MAX). Send IDs instead of texts.', 413),
	unreadable: badRequest('The body could not be read to its end. Send it again.'),
	empty: badRequest(`The body is empty. ${PASTE}`),
	notJson: badRequest(
		"The body is not valid JSON. Most likely a text variable in the payload template of the Pylon trigger holds a quote or a line break: send only IDs, and let the Pylon Trigger node in n8n fetch the rest ('Fetch Record').",
	),
	otherFormat: badRequest(`The body is not JSON. ${PASTE}`),
	notAnObject: badRequest(
		'The body is JSON, but not an object. In the Pylon trigger, start the payload template with { and end it with }.',
	),
	tooDeep: badRequest('The body is JSON with more than 100 objects or lists inside one another. Send a flat object.'),
	unresolved: DIAGNOSED,
	noEvent: DIAGNOSED,
	missingId: DIAGNOSED,
	wrongId: DIAGNOSED,
	settings: {
		status: 503,
		says: 'The settings of the Pylon Trigger in n8n could not be read. Try again later.',
		logs: 'The parameters of the node could not be used. See whether each expression in them can be evaluated without input, and yields something.',
	},
	unanswered: {
		status: 503,
		says: 'Pylon could not be asked for the record that the workflow needs. Try again later.',
		logs: "Pylon could not be asked, and 'If Pylon Does Not Answer' is set to answer 503.",
	},
	unknownRecord: { status: 503, says: 'Pylon has no such record.', logs: 'Pylon has no such record.' },
};

/** What a refused call is answered, and what is logged. */
export function answerTo({ refusal, says }: Refusal): Answer {
	const answer = answers[refusal];
	return says === undefined ? answer : { ...answer, says, logs: says };
}
