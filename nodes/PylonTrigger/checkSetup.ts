import type { IHookFunctions, NodeOperationError } from 'n8n-workflow';
import { mayBeUnlisted } from '../Pylon/records/customFieldOptions';
import { pylonFor } from '../shared/client/triggerClient';
import { operationError, WrongInput } from '../shared/input';
import { unknownField } from './decide/checkConditions';
import { asksForExistence, findGap, needsRecord, pathOf } from './decide/conditions';
import { quoted } from './fieldPath';
import { isHeaderName } from './receive/headers';
import { secretsFor, type SecretKind } from './receive/secrets';
import { endsAtRecord, slugsIn, unknownPart } from './record/knownKeys';
import { lookUpBy, type LookUp } from './record/lookUp';
import { readSettings, type Condition, type FetchSettings, type Settings } from './settings';

const RESTART = 'Then publish (activate) the workflow again.';

const FORGED = `Without it, the Pylon Trigger cannot distinguish calls from Pylon from forged ones, so it does not start. ${RESTART}`;

const MISSING_SECRET = {
	signature:
		"Add the webhook signing secret to the Pylon credential: Pylon shows it once, when the webhook is created under Settings > Integrations & dev > Webhooks. Paste it into 'Webhook Signing Secret'.",
	header:
		"Add the secret of the header to the Pylon credential: put the value of the webhook's custom header in Pylon into 'Webhook Header Secret'.",
} as const;

/** What to fill in once the credential's switch is on. */
const SECRET_FIELD = {
	signature: "Then fill in 'Webhook Signing Secret' there.",
	header: "Then fill in 'Webhook Header Secret' there.",
} as const;

/** Shorter secrets can be guessed by trying. */
const SHORTEST_SECRET = 16;

/** How long publishing a workflow waits for Pylon's answer before it goes on without one. */
const REQUEST_LIMITS = { longestWaitMs: 5_000, tries: 2, timeoutMs: 10_000 };

type Refuse = (message: string, description: string) => NodeOperationError;

const warn = (context: IHookFunctions, message: string): void =>
	context.logger.warn(message, {
		nodeName: context.getNode().name,
		workflowId: context.getWorkflow().id,
	});

/**
 * Whether a person is there who can mend the settings. There is none when n8n starts again, or hands the workflow to another
 * process.
 */
const isBySomebody = (context: IHookFunctions): boolean =>
	['activate', 'update', 'create', 'manual'].includes(context.getActivationMode());

/**
 * Asks Pylon which custom fields there are. Where Pylon does not answer, nothing is refused. The answers are not kept from
 * one time to the next, since a field may just have been made.
 */
async function definedSlugsBy(context: IHookFunctions): Promise<LookUp['definedSlugs']> {
	try {
		return lookUpBy(await pylonFor(context, REQUEST_LIMITS), new Map()).definedSlugs;
	} catch {
		return async () => undefined;
	}
}

/** The workflow starts with such a field: it may be there. */
const mayBeThere = (part: string): boolean => slugsIn(part).some(mayBeUnlisted);

/** Refuses conditions on fields that no record of the kind has; where no person is there, only warns in the log. */
async function checkFields(
	context: IHookFunctions,
	fetch: FetchSettings,
	conditions: Condition[],
	refuse: Refuse,
): Promise<void> {
	let slugs: LookUp['definedSlugs'] | undefined;
	const definedSlugs: LookUp['definedSlugs'] = async (kind) =>
		await (slugs ??= await definedSlugsBy(context))(kind);
	for (const condition of conditions.filter(needsRecord)) {
		if (!asksForExistence(condition) && endsAtRecord(fetch.record, pathOf(condition))) {
			const says = `${quoted(condition.field)} of 'Conditions' is a record, not a value`;
			const advice = `Compare one of its fields, such as ${quoted(`${condition.field}.id`)} or ${quoted(`${condition.field}.name`)}. ${RESTART}`;
			if (isBySomebody(context)) throw refuse(says, advice);
			warn(context, `Pylon Trigger: ${says}.`);
			continue;
		}
		const unknown = await unknownPart(fetch.record, pathOf(condition), definedSlugs);
		if (unknown === undefined) continue;
		const says = unknownField(unknown.kind, unknown.part, condition.field);
		if (isBySomebody(context) && !mayBeThere(unknown.part)) {
			throw refuse(
				says.replace(/\.$/, ''),
				`Correct the field, or remove the condition: it would have the same result for all events. To check a field that is new in Pylon, use a Filter node after the trigger. ${RESTART}`,
			);
		}
		warn(context, `Pylon Trigger: ${says}`);
	}
}

async function checkSecrets(
	context: IHookFunctions,
	kind: SecretKind,
	refuse: Refuse,
): Promise<void> {
	const found = await secretsFor(kind, context);
	if ('switchedOff' in found)
		throw refuse(
			`Switch on '${found.switchedOff}' in the Pylon credential`,
			`${SECRET_FIELD[kind]} ${FORGED}`,
		);
	const { secrets } = found;
	if (secrets.length === 0) throw refuse(MISSING_SECRET[kind], FORGED);
	if (secrets.every((secret) => secret.length >= SHORTEST_SECRET)) return;
	const name = kind === 'header' ? 'Webhook Header Secret' : 'Webhook Signing Secret';
	warn(
		context,
		`Pylon Trigger: '${name}' of the Pylon credential, or the previous one, has fewer than ${SHORTEST_SECRET} characters, so it could be guessed. Use a random one of 32 characters or more.`,
	);
}

/** @returns what to throw for an error in reading the parameters */
const refusalOf = (error: unknown, refuse: Refuse): unknown =>
	error instanceof WrongInput ? refuse(error.message, `${error.description} ${RESTART}`) : error;

function settingsOf(context: IHookFunctions, refuse: Refuse): Settings {
	try {
		return readSettings(context);
	} catch (error) {
		throw refusalOf(error, refuse);
	}
}

/**
 * Refuses to start a trigger that no call could pass, or that every call could pass without anybody having wanted it; one
 * whose conditions look at what does not exist; and one with a parameter that cannot be used.
 * @param context the context of the hook by which n8n registers the webhook
 * @throws NodeOperationError that says what to fill in; what n8n throws when the credential cannot be read
 */
export async function checkSetup(context: IHookFunctions): Promise<void> {
	const refuse: Refuse = (message, description) => operationError(context, message, description);
	const { conditions, fetch, verification } = settingsOf(context, refuse);
	const gap = findGap(conditions, fetch !== undefined);
	if (gap !== undefined) throw refuse(gap.says, `${gap.advice} ${RESTART}`);
	const { by, headerName } = verification;
	if (by === 'header' && !isHeaderName(headerName)) {
		throw refuse(
			"Fill in 'Header Name'",
			`It is the name of the custom header of the webhook in Pylon, and may contain letters, digits and hyphens. ${RESTART}`,
		);
	}
	if (by === 'none') {
		warn(
			context,
			"Pylon Trigger accepts every call to its URL from anybody, since 'Verification' is set to 'None'. Set it to 'Signature' unless something in front of n8n checks the calls.",
		);
	} else {
		await checkSecrets(context, by, refuse);
	}
	if (fetch !== undefined) await checkFields(context, fetch, conditions, refuse);
}
