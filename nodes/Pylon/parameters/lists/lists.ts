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
 * For a list of texts. An empty list is a list, and empties the list in the record; a missing value is none.
 * @param property of the body, e.g. `tags`
 * @param displayName the parameter's display name
 * @returns a `preSend` that refuses a value that is no list, or has entries that are neither text nor number (see
 * `readList`)
 */
export const listInBody = (property: string, displayName: string) =>
	inBody((value, name) => readList(value, name))(property, displayName, { cleared: [] });

/**
 * @param tag text of a tag
 * @returns the same text for all ways of writing the tag: nobody wants two that differ only in case
 */
export const tagKey = (tag: string): string => tag.toLowerCase();

/**
 * @param value a list of tags in any form (see `readList`)
 * @param displayName the parameter's display name
 * @returns the tags, each as it is written first
 * @throws WrongInput see `readList`
 */
export function readTags(value: unknown, displayName: string): string[] {
	const tags = readList(value, displayName).reverse();
	return [...new Map(tags.map((tag) => [tagKey(tag), tag])).values()].reverse();
}

/**
 * @param property of the body
 * @param displayName the parameter's display name
 * @returns `listInBody` for tags
 */
export const tagsInBody = (property: string, displayName: string) =>
	inBody((value, name) => readTags(value, name))(property, displayName, { cleared: [] });

/**
 * @param property of the body, e.g. `attachment_urls`
 * @param displayName the parameter's display name
 * @returns `listInBody` for addresses of the web
 */
export const urlsInBody = (property: string, displayName: string) =>
	inBody((value, name) => readUrls(value, name))(property, displayName, { cleared: [] });

/**
 * @param property of the body, e.g. `domains`
 * @param displayName the parameter's display name
 * @returns `listInBody` for domains
 */
export const domainsInBody = (property: string, displayName: string) =>
	inBody((value, name) => readDomains(value, name))(property, displayName, { cleared: [] });

/**
 * @param value the value of the parameter
 * @param displayName the parameter's display name
 * @param choices whose labels and values may be written in upper or lower case; other entries stay as they are
 * @returns its entries, at least one
 * @throws WrongInput when there is none, too: no condition may be left out silently, and nobody is not somebody
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
 * @param property of the body, e.g. `account_ids`
 * @param displayName the parameter's display name
 * @param choices see `readFilledList`
 * @returns a `preSend` for a list that must not be empty (see `readFilledList`)
 */
export const filledListInBody = (property: string, displayName: string, choices: Choice[] = []) =>
	beforeSending(function (request) {
		const body = bodyOf(request);
		body[property] = readFilledList(body[property], displayName, choices);
	});
