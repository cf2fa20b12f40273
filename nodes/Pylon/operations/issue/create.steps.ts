import type { INodeProperties } from 'n8n-workflow';
import { isBlank, readEmail, readText } from '../../../shared/input';
import { isPicked } from '../../parameters/record/recordReference';
import { bodyOf, wrongInput } from '../../parameters/values';
import { beforeSending, type Step } from '../../run/operationPlan';
import { readRecipients } from './recipients';

/**
 * Runs first of all steps, so it looks at the parameters, not at the body.
 * @throws NodeOperationError when neither an account nor a requester is given
 */
export const forSomebody: Step = function () {
	if (isPicked(this, 'accountId') || isPicked(this, 'requesterId')) return;
	throw wrongInput(
		this,
		"'Account' and 'Requester' are both empty",
		'Fill in at least one of them: an issue is for an account, for a contact, or for both. If they hold expressions, check that the incoming item has the fields that they read.',
	);
};

/**
 * Author: an agent or a contact, and a contact cannot write an internal note (openapi.yaml, `createIssue`).
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
	/** Of `destination_metadata`. */
	property: string;
	/** Default: a text that identifies something. */
	kind?: 'email' | 'recipients';
}

/** `undefined` for what may be empty and is. */
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
 * `destination_metadata` for the delivery chosen.
 * @param destination value of the API
 * @param texts that it needs
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
