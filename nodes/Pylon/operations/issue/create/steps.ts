import type { INodeProperties } from 'n8n-workflow';
import { CHECK_EXPRESSIONS, isBlank, readEmail, readText } from '../../../../shared/input';
import { isPicked } from '../../../parameters/record/recordReference';
import { bodyOf, wrongInput } from '../../../parameters/values';
import { beforeSending, type Step } from '../../../run/operationPlan';
import { readRecipients } from '../recipients';

/**
 * The first of all steps, so it reads the parameters, not the body.
 * @throws NodeOperationError when neither an account nor a requester is given
 */
export const forSomebody: Step = function () {
	if (isPicked(this, 'accountId') || isPicked(this, 'requesterId')) return;
	throw wrongInput(
		this,
		"'Account' and 'Requester' are both empty",
		`Fill in at least one of them: an issue is for an account, for a contact, or for both. ${CHECK_EXPRESSIONS}`,
	);
};

/**
 * The author is an agent or a contact, and a contact cannot write an internal note (openapi.yaml, `createIssue`).
 * @throws NodeOperationError when both are given, or a contact without a delivery
 */
export const oneAuthor: Step = function (request) {
	const { user_id: user, contact_id: contact } = bodyOf(request);
	if (user !== undefined && contact !== undefined) {
		throw wrongInput(
			this,
			"'Author (Contact)' and 'Author (User)' cannot be used together",
			"Remove one of them under 'Additional Fields'. Without either, the author is the user of the API token.",
		);
	}
	if (contact !== undefined && this.getNodeParameter('delivery', 'internal') === 'internal') {
		throw wrongInput(
			this,
			"'Author (Contact)' needs a 'Delivery'",
			"A contact cannot write an internal note. Choose a 'Delivery', or use 'Author (User)'.",
		);
	}
};

/** A text of `destination_metadata`, and its parameter. */
export interface DeliveryText extends Pick<
	INodeProperties,
	'description' | 'displayName' | 'name' | 'placeholder' | 'required'
> {
	/** Property of `destination_metadata`. */
	property: string;
	/** Default: a text that identifies something. */
	kind?: 'email' | 'recipients';
}

/** Returns undefined for a text that may be empty and is. */
function readDelivery(
	value: unknown,
	{ displayName, kind, required }: DeliveryText,
): string | string[] | undefined {
	if (kind === 'email') return readEmail(value, displayName);
	if (kind === undefined)
		return !required && isBlank(value) ? undefined : readText(value, displayName);
	const recipients = readRecipients(value, displayName);
	return recipients.length > 0 ? recipients : undefined;
}

/**
 * @param destination the delivery's value in the API, e.g. `email`
 * @param texts the texts that the delivery needs
 * @returns a `preSend` that puts `destination_metadata` into the body
 */
export const deliveryInBody = (destination: string, texts: DeliveryText[]) =>
	beforeSending(function (request) {
		const metadata: Record<string, string | string[]> = { destination };
		for (const text of texts) {
			const value = readDelivery(this.getNodeParameter(text.name, '') as unknown, text);
			if (value !== undefined) metadata[text.property] = value;
		}
		bodyOf(request).destination_metadata = metadata;
	});
