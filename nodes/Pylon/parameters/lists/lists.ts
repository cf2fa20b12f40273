import {
	CHECK_EXPRESSION,
	findChoice,
	readDomains,
	readList,
	readUrls,
	WrongInput,
	type Choice,
} from '../../../shared/input';
import { beforeSending } from '../../run/operationPlan';
import { inBody } from '../texts/body';
import { bodyOf } from '../values';

/**
 * For a list of texts. An empty list is a list, and empties what was there; nothing at all is none.
 * @param property of the body, e.g. `tags`
 * @param displayName of the parameter
 * @returns a `preSend` that refuses what is no list, or has entries that are neither text nor number (see `readList`)
 */
export const listInBody = (property: string, displayName: string) =>
	inBody((value, name) => readList(value, name))(property, displayName, { cleared: [] });

/**
 * `listInBody` for addresses of the web.
 * @param property of the body, e.g. `attachment_urls`
 * @param displayName of the parameter
 */
export const urlsInBody = (property: string, displayName: string) =>
	inBody((value, name) => readUrls(value, name))(property, displayName, { cleared: [] });

/**
 * `listInBody` for domains.
 * @param property of the body, e.g. `domains`
 * @param displayName of the parameter
 */
export const domainsInBody = (property: string, displayName: string) =>
	inBody((value, name) => readDomains(value, name))(property, displayName, { cleared: [] });

/**
 * @param value of the parameter
 * @param displayName of the parameter
 * @param choices whose labels and values are taken in any case; other entries stay as they are
 * @returns its entries, at least one
 * @throws WrongInput when there is none, too: a condition must never fall away, and nobody is not somebody
 */
export function readFilledList(
	value: unknown,
	displayName: string,
	choices: Choice[] = [],
): string[] {
	const entries = readList(value, displayName);
	if (entries.length > 0)
		return [...new Set(entries.map((entry) => String(findChoice(entry, choices)?.value ?? entry)))];
	throw new WrongInput(
		`'${displayName}' is empty`,
		`Fill in '${displayName}', or remove it if it is optional. ${CHECK_EXPRESSION}`,
	);
}

/**
 * A `preSend` for a list that must not be empty (see `readFilledList`).
 * @param property of the body, e.g. `account_ids`
 * @param displayName of the parameter
 * @param choices see `readFilledList`
 */
export const filledListInBody = (property: string, displayName: string, choices: Choice[] = []) =>
	beforeSending(function (request) {
		const body = bodyOf(request);
		body[property] = readFilledList(body[property], displayName, choices);
	});
