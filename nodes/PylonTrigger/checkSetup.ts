import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

import { findGap } from './decide/conditions';
import { isHeaderName } from './receive/headers';
import { secretsFor } from './receive/secrets';
import { readConditions, readEvents, readFetch, readVerification } from './settings';

const RESTART = 'Publish (activate) the workflow again when that is done.';

const FORGED = `Without it, calls from Pylon cannot be told from forged ones, so the Pylon Trigger does not start. ${RESTART}`;

const MISSING_SECRET = {
	signature:
		"Add the webhook signing secret to the Pylon credential: Pylon shows it once, when the webhook is made under Settings > Integrations & dev > Webhooks. Paste it into 'Webhook Signing Secret'.",
	header:
		"Add the secret of the header to the Pylon credential: put the value of the webhook's custom header in Pylon into 'Webhook Header Secret'.",
} as const;

/** What stands behind the switch of the credential. */
const SECRET_FIELD = {
	signature: "Then fill in 'Webhook Signing Secret' there.",
	header: "Then fill in 'Webhook Header Secret' there.",
} as const;

/**
 * Refuses to start a trigger that no call could pass, or that every call could pass without anybody having wanted it.
 * @throws NodeOperationError that says what to fill in; what n8n throws when the credential cannot be read
 */
export async function checkSetup(context: IHookFunctions): Promise<void> {
	const refuse = (message: string, description: string) => new NodeOperationError(context.getNode(), message, { description });
	const events = readEvents(context);
	if (events?.size === 0) {
		throw refuse("Choose at least one event under 'Trigger On'", `For 'Custom Event', fill in 'Custom Event Names'. ${RESTART}`);
	}
	const gap = findGap(readConditions(context), readFetch(context) !== undefined);
	if (gap !== undefined) {
		throw refuse(gap.says, `${gap.advice} ${RESTART}`);
	}
	const { by, headerName } = readVerification(context);
	if (by === 'none') {
		context.logger.warn(
			"Pylon Trigger accepts every call to its URL, from anybody: 'Verification' is set to 'None'. Set it to 'Signature' unless something in front of n8n checks the calls.",
			{ nodeName: context.getNode().name, workflowId: context.getWorkflow().id },
		);
		return;
	}
	if (by === 'header' && !isHeaderName(headerName)) {
		throw refuse(
			"Fill in 'Header Name'",
			`It is the name of the custom header that the webhook in Pylon has, letters, digits and hyphens. ${RESTART}`,
		);
	}
	const found = await secretsFor(by, context);
	if ('switchedOff' in found) throw refuse(`Switch on '${found.switchedOff}' in the Pylon credential`, `${SECRET_FIELD[by]} ${FORGED}`);
	if (found.secrets.length === 0) throw refuse(MISSING_SECRET[by], FORGED);
}
