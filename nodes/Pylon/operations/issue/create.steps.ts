import { isBlank, readEmail, readText } from '../../../shared/input';
import { isPicked } from '../../parameters/record/recordReference';
import { bodyOf, wrongInput } from '../../parameters/values';
import { beforeSending, type Step } from '../../run/operationPlan';
import { readRecipients } from './recipients';

/** Runs first of all steps, so it looks at the parameters, not at the body. */
export const forSomebody: Step = function () {
	if (isPicked(this, 'accountId') || isPicked(this, 'requesterId')) return;
	throw wrongInput(
		this,
		"'Account' and 'Requester' are both empty",
		'Fill in at least one of them: an issue is for an account, for a contact, or for both. If they hold expressions, check that the incoming item has the fields that they read.',
	);
};

/** Author: an agent or a contact, and a contact cannot write an internal note (openapi.yaml, `createIssue`). */
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

/**
 * `destination_metadata` for the delivery chosen. Internal is what Pylon does without it (openapi.yaml, `createIssue`),
 * so nothing is sent then.
 * @param destination value of the API
 * @param texts property of the API to parameter and its display name; `optional` ones may be empty, `list` ones hold email addresses
 */
export const deliveryInBody = (
	destination: string,
	texts: Record<
		string,
		{ parameter: string; displayName: string; optional?: true; list?: true; isEmailAddress?: true }
	>,
) =>
	beforeSending(function (request) {
		const metadata: Record<string, string | string[]> = { destination };
		for (const [
			property,
			{ parameter, displayName, optional, list, isEmailAddress },
		] of Object.entries(texts)) {
			const value = this.getNodeParameter(parameter, '') as unknown;
			if (list) {
				const entries = readRecipients(value, displayName);
				if (entries.length > 0) metadata[property] = entries;
			} else if (!optional || !isBlank(value)) {
				metadata[property] = (isEmailAddress ? readEmail : readText)(value, displayName);
			}
		}
		bodyOf(request).destination_metadata = metadata;
	});
