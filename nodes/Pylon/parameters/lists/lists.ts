import { CHECK_EXPRESSION, readDomains, readList, readUrls, WrongInput } from '../../../shared/input';
import { beforeSending } from '../../run/operationPlan';
import { inBody } from '../texts/body';
import { bodyOf } from '../values';

/** For a list of texts. An empty list is a list, and empties what was there; nothing at all is none. */
export const listInBody = (property: string, displayName: string) => inBody((value, name) => readList(value, name))(property, displayName, { cleared: [] });

/** `listInBody` for addresses of the web. */
export const urlsInBody = (property: string, displayName: string) => inBody((value, name) => readUrls(value, name))(property, displayName, { cleared: [] });

/** `listInBody` for domains. */
export const domainsInBody = (property: string, displayName: string) => inBody((value, name) => readDomains(value, name))(property, displayName, { cleared: [] });

/**
 * @param value of the parameter
 * @param displayName of the parameter
 * @returns its entries, at least one
 * @throws WrongInput when there is none, too: a condition must never fall away, and nobody is not somebody
 */
export function readFilledList(value: unknown, displayName: string): string[] {
	const entries = readList(value, displayName);
	if (entries.length > 0) return entries;
	throw new WrongInput(`'${displayName}' is empty`, `Fill in '${displayName}', or remove it if it is optional. ${CHECK_EXPRESSION}`);
}

/**
 * A `preSend` for a list that must not be empty (see `readFilledList`).
 * @param property of the body, e.g. `account_ids`
 * @param displayName of the parameter
 */
export const filledListInBody = (property: string, displayName: string) =>
	beforeSending(function (request) {
		const body = bodyOf(request);
		body[property] = readFilledList(body[property], displayName);
	});
